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
  private final Set<PhoneNumberId> unavailable;

  VerifiedPayload(byte[] body, Set<PhoneNumberId> accounts) {
    this(body, accounts, Set.of());
  }

  /** Takes over a private copy of the body. */
  VerifiedPayload(byte[] body, Set<PhoneNumberId> accounts, Set<PhoneNumberId> unavailable) {
    this.body = body;
    this.accounts = Set.copyOf(accounts);
    this.unavailable = Set.copyOf(unavailable);
  }

  byte[] body() {
    return body;
  }

  /** {@return the accounts one of whose app secrets signed it} */
  public Set<PhoneNumberId> accounts() {
    return accounts;
  }

  /** {@return the accounts of which an app secret could not be asked, so that it might have signed too} */
  public Set<PhoneNumberId> unavailable() {
    return unavailable;
  }

  @Override
  public String toString() {
    return "VerifiedPayload[" + body.length + " bytes]";
  }
}
