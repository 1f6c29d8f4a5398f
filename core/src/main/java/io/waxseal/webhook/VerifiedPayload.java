package io.waxseal.webhook;

import io.waxseal.account.PhoneNumberId;
import java.util.Set;

/**
 * The bytes of a webhook whose signature was checked. Only {@link SignatureVerifier} makes one, and the parser takes
 * nothing else, so what arrives unverified cannot become an event. (What was kept sealed becomes one again through {@link
 * WebhookElement#restore}.) Immutable.
 */
public final class VerifiedPayload {
  private final byte[] body;
  private final Set<PhoneNumberId> accounts;

  /** Takes over a private copy of the body. */
  VerifiedPayload(byte[] body, Set<PhoneNumberId> accounts) {
    this.body = body;
    this.accounts = Set.copyOf(accounts);
  }

  byte[] body() {
    return body;
  }

  /** {@return the accounts one of whose app secrets signed it} */
  public Set<PhoneNumberId> accounts() {
    return accounts;
  }

  @Override
  public String toString() {
    return "VerifiedPayload[" + body.length + " bytes]";
  }
}
