package io.waxseal.consent;

import java.util.Optional;

/**
 * An entry of the ledger with what proves it. It is personal data; {@link #toString} shows none of it.
 *
 * @param entry what the person wished
 * @param evidence what proves it, and who wrote it down; empty if the ledger keeps none
 */
public record Proof(ConsentEntry entry, Optional<Evidence> evidence) {
  @Override
  public String toString() {
    return "Proof[" + entry.kind() + "]";
  }
}
