package io.waxseal.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Tenant;
import io.waxseal.person.Vault;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * The payloads of buttons that stop or start a purpose: {@code wa-optout:<purpose>:<mac>} and {@code wa-optin:…}. The mac
 * is a keyed hash of tenant, direction and purpose, so that a payload stands for one purpose of one tenant and nobody
 * without the keys makes one.
 */
final class SignedPayloads {
  /** What a payload of ours asks for. */
  record Asked(boolean stops, String scope) {}

  private static final String STOP = "wa-optout";
  private static final String START = "wa-optin";
  private static final String FIELD = "optout-button";
  private static final int PARTS = 3;

  private final Vault vault;

  SignedPayloads(Vault vault) {
    this.vault = vault;
  }

  String stop(Tenant tenant, String scope) {
    return make(tenant, STOP, scope);
  }

  String start(Tenant tenant, String scope) {
    return make(tenant, START, scope);
  }

  private String make(Tenant tenant, String kind, String scope) {
    return kind + ":" + scope + ":" + mac(tenant, kind, scope);
  }

  private String mac(Tenant tenant, String kind, String scope) {
    byte[] index = vault.index(tenant, FIELD, kind + ":" + scope);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(index);
  }

  /** What a payload asks for; empty if it is not ours, or for another tenant. */
  Optional<Asked> read(Tenant tenant, String payload) {
    String[] parts = payload.split(":", -1);
    boolean ours = parts.length == PARTS && (parts[0].equals(STOP) || parts[0].equals(START));
    if (!ours) {
      return Optional.empty();
    }
    boolean genuine = MessageDigest.isEqual(
        mac(tenant, parts[0], parts[1]).getBytes(UTF_8), parts[2].getBytes(UTF_8));
    return genuine ? Optional.of(new Asked(parts[0].equals(STOP), parts[1])) : Optional.empty();
  }
}
