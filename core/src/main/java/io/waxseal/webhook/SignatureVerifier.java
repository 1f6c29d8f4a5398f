package io.waxseal.webhook;

import io.waxseal.account.Account;
import io.waxseal.account.InvalidSignatureException;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.internal.crypto.Digests;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the {@code X-Hub-Signature-256} of webhooks: HMAC-SHA256 over the raw body with the secret of the app that is
 * subscribed, compared in constant time. Several secrets are accepted at once, so that one can be rotated. Immutable and
 * thread-safe. Source: Meta, Webhooks, validating payloads.
 *
 * <p>Threat: stops whoever does not know an app secret from putting an event in. The signature holds no time, so it does
 * not stop a repeated delivery; the inbox does that.
 */
public final class SignatureVerifier {
  /** The header that carries the signature. */
  public static final String HEADER = "X-Hub-Signature-256";

  private static final Logger LOG = LoggerFactory.getLogger(SignatureVerifier.class);
  private static final String PREFIX = "sha256=";
  private static final int HEX_LENGTH = 64;

  private final List<Key> keys;
  /** The accounts for which anything is accepted; empty means that a signature is needed. */
  private final Optional<Set<PhoneNumberId>> unsigned;

  private SignatureVerifier(List<Key> keys, Optional<Set<PhoneNumberId>> unsigned) {
    this.keys = keys;
    this.unsigned = unsigned;
  }

  private record Key(Optional<PhoneNumberId> account, SecretSource source) {}

  /**
   * Accepts what an app secret of one of the accounts signed; nothing, if they have none.
   *
   * @param accounts the accounts
   * @return the verifier
   */
  public static SignatureVerifier of(Collection<Account> accounts) {
    return new SignatureVerifier(
        accounts.stream()
            .flatMap(account -> account.appSecrets().stream()
                .map(source -> new Key(Optional.of(account.phoneNumberId()), source)))
            .toList(),
        Optional.empty());
  }

  /**
   * Accepts what one of the secrets signed, for whatever account; for tools. Without a secret it accepts nothing.
   *
   * @param secrets the secrets
   * @return the verifier
   */
  public static SignatureVerifier withSecrets(SecretSource... secrets) {
    return new SignatureVerifier(
        List.of(secrets).stream()
            .map(source -> new Key(Optional.empty(), source))
            .toList(),
        Optional.empty());
  }

  /**
   * Accepts everything, signed or not: whoever reaches the endpoint can then put events in. The log says so at each call.
   *
   * @param accounts the accounts for which it is accepted
   * @param reason why, not blank; stands in the log
   * @return the verifier
   * @throws IllegalArgumentException if the reason is blank
   */
  public static SignatureVerifier acceptUnsigned(Collection<Account> accounts, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("acceptUnsigned needs a reason");
    }
    LOG.warn("webhooks are accepted without a signature, because: {}", reason);
    Set<PhoneNumberId> all = new LinkedHashSet<>();
    accounts.forEach(account -> all.add(account.phoneNumberId()));
    return new SignatureVerifier(List.of(), Optional.of(all));
  }

  /**
   * Checks a webhook.
   *
   * @param body the raw bytes as they arrived; any decoding before this breaks the signature
   * @param signature the value of {@link #HEADER}, or null if there was none
   * @return the payload, with a copy of the body
   * @throws InvalidSignatureException if no secret signed it; the same for every way in which it can be wrong
   * @throws SecretUnavailableException if no secret that can be had signed it and some cannot be had now
   */
  public VerifiedPayload verify(byte[] body, @Nullable String signature) {
    byte[] copy = body.clone();
    if (unsigned.isPresent()) {
      return new VerifiedPayload(copy, unsigned.get());
    }
    Optional<byte[]> claimed = parse(signature);
    if (claimed.isEmpty()) {
      throw new InvalidSignatureException();
    }
    return new VerifiedPayload(copy, signers(copy, claimed.get()));
  }

  /** Tries every key, also after a match, so that the time does not tell which one it was. */
  private Set<PhoneNumberId> signers(byte[] body, byte[] claimed) {
    Set<PhoneNumberId> accounts = new LinkedHashSet<>();
    boolean signed = false;
    SecretUnavailableException missing = null;
    for (Key key : keys) {
      try {
        Secret secret = Secrets.of(key.source());
        if (Digests.equal(Digests.hmacSha256(secret, body), claimed)) {
          signed = true;
          key.account().ifPresent(accounts::add);
        }
      } catch (SecretUnavailableException e) {
        missing = e;
      }
    }
    if (!signed) {
      throw missing != null ? missing : new InvalidSignatureException();
    }
    return accounts;
  }

  private static Optional<byte[]> parse(@Nullable String signature) {
    if (signature == null
        || signature.length() != PREFIX.length() + HEX_LENGTH
        || !signature.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String hex = signature.substring(PREFIX.length());
    return hex.chars().allMatch(HexFormat::isHexDigit)
        ? Optional.of(HexFormat.of().parseHex(hex))
        : Optional.empty();
  }
}
