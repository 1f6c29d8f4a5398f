package io.waxseal.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a simulator was started with. */
record Settings(
    String phoneNumberId,
    String wabaId,
    String displayPhoneNumber,
    String accessToken,
    String appSecret,
    boolean requireAppSecretProof,
    @Nullable URI callback,
    Clock clock) {

  boolean isAccessToken(String candidate) {
    return same(accessToken, candidate);
  }

  boolean isAppSecretProof(String candidate) {
    return same(Hmac.appSecretProof(appSecret, accessToken), candidate);
  }

  private static boolean same(String expected, String candidate) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Settings";
  }
}
