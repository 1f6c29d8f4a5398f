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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
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
  private static final int COPIED_FIRST = 65_536;

  /** Each distinct source, and the accounts whose events it signs; no accounts for a tool. */
  private final Map<SecretSource, Set<PhoneNumberId>> sources;
  /** The accounts for which anything is accepted; empty means that a signature is needed. */
  private final Optional<Set<PhoneNumberId>> unsigned;

  private final BiFunction<Secret, byte[], byte[]> hmac;

  private SignatureVerifier(
      Map<SecretSource, Set<PhoneNumberId>> sources,
      Optional<Set<PhoneNumberId>> unsigned,
      BiFunction<Secret, byte[], byte[]> hmac) {
    this.sources = sources;
    this.unsigned = unsigned;
    this.hmac = hmac;
  }

  /**
   * Accepts what an app secret of one of the accounts signed; nothing, if they have none. Accounts may share a source:
   * each distinct source is asked once a webhook, and each distinct secret computes one HMAC, however many accounts
   * there are.
   *
   * @param accounts the accounts
   * @return the verifier
   */
  public static SignatureVerifier of(Collection<Account> accounts) {
    return of(accounts, Digests::hmacSha256);
  }

  static SignatureVerifier of(
      Collection<Account> accounts, BiFunction<Secret, byte[], byte[]> hmac) {
    Map<SecretSource, Set<PhoneNumberId>> sources = new LinkedHashMap<>();
    for (Account account : accounts) {
      for (SecretSource source : account.appSecrets()) {
        sources.computeIfAbsent(source, one -> new LinkedHashSet<>()).add(account.phoneNumberId());
      }
    }
    return new SignatureVerifier(sources, Optional.empty(), hmac);
  }

  /**
   * Accepts what one of the secrets signed, for whatever account; for tools. Without a secret it accepts nothing.
   *
   * @param secrets the secrets
   * @return the verifier
   */
  public static SignatureVerifier withSecrets(SecretSource... secrets) {
    Map<SecretSource, Set<PhoneNumberId>> sources = new LinkedHashMap<>();
    for (SecretSource source : secrets) {
      sources.put(source, Set.of());
    }
    return new SignatureVerifier(sources, Optional.empty(), Digests::hmacSha256);
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
    return new SignatureVerifier(Map.of(), Optional.of(all), Digests::hmacSha256);
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
    if (unsigned.isPresent()) {
      return new VerifiedPayload(body.clone(), unsigned.get());
    }
    byte[] claimed = parse(signature).orElseThrow(InvalidSignatureException::new);
    // a copy of megabytes costs a third of their HMAC, so a stranger's are not copied; signed ones
    // are
    // checked again, since only bytes that nobody else can change may become events
    boolean large = body.length > COPIED_FIRST;
    byte[] own = large ? body : body.clone();
    Check check = new Check(claimed);
    VerifiedPayload payload = check.payload(own);
    return large ? check.payload(body.clone()) : payload;
  }

  /** One webhook against all secrets. */
  private final class Check {
    private final byte[] claimed;
    private final Map<Secret, Set<PhoneNumberId>> secrets;
    private final Set<PhoneNumberId> unavailable = new LinkedHashSet<>();
    private @Nullable SecretUnavailableException missing;

    Check(byte[] claimed) {
      this.claimed = claimed;
      this.secrets = secrets();
    }

    /** Tries every secret, also after a match, so that the time does not tell which one it was. */
    VerifiedPayload payload(byte[] body) {
      Set<PhoneNumberId> signers = new LinkedHashSet<>();
      boolean signed = false;
      for (Map.Entry<Secret, Set<PhoneNumberId>> one : secrets.entrySet()) {
        if (Digests.equal(hmac.apply(one.getKey(), body), claimed)) {
          signed = true;
          signers.addAll(one.getValue());
        }
      }
      if (!signed) {
        throw missing != null ? missing : new InvalidSignatureException();
      }
      return new VerifiedPayload(body, signers, unavailable);
    }

    /** Accounts of one app have one secret, whatever number of sources it comes from. */
    private Map<Secret, Set<PhoneNumberId>> secrets() {
      Map<Secret, Set<PhoneNumberId>> distinct = new LinkedHashMap<>();
      sources.forEach((source, accounts) -> {
        try {
          Secret secret = Secrets.credential(name(accounts), source);
          distinct.computeIfAbsent(secret, one -> new LinkedHashSet<>()).addAll(accounts);
        } catch (SecretUnavailableException e) {
          missing = e;
          unavailable.addAll(accounts);
        }
      });
      return distinct;
    }
  }

  /** Of a source that several accounts share one is named; health names all. */
  private static String name(Set<PhoneNumberId> accounts) {
    return accounts.stream()
        .findFirst()
        .map(account -> "an app secret of account " + account.value())
        .orElse("an app secret");
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
