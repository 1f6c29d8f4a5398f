package io.waxseal.simulator;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Makes identifiers that look like Meta's. */
final class Ids {
  private static final BigInteger USER_ID_RANGE = BigInteger.TEN.pow(20);
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final SecureRandom random = new SecureRandom();

  String outgoing(String customer) {
    return wamid(customer, 0x11, hex(9));
  }

  String inbound(String customer) {
    return wamid(customer, 0x12, "3A" + hex(9));
  }

  String call(String customer) {
    return "wacid." + wamid(customer, 0x11, hex(9)).substring("wamid.".length());
  }

  String media() {
    return Long.toString(random.nextLong(1_000_000_000_000_000L, 9_999_999_999_999_999L));
  }

  String traceId() {
    byte[] bytes = new byte[17];
    random.nextBytes(bytes);
    return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, 22);
  }

  String challenge() {
    return String.format(Locale.ROOT, "%010d", random.nextLong(10_000_000_000L));
  }

  /** Meta's user ids are scoped to the business: the same customer has another one elsewhere. */
  static String userId(String registration, String wabaId) {
    return "US." + digits(wabaId, registration);
  }

  static String parentUserId(String registration) {
    return "US.ENT." + digits("parent", registration);
  }

  static String keyHash(String userId, int device) {
    return digits(userId, "device " + device).substring(0, 12);
  }

  private static String digits(String scope, String what) {
    String mac = Hmac.sha256Hex(
        scope.getBytes(StandardCharsets.UTF_8), what.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%020d", new BigInteger(mac, 16).mod(USER_ID_RANGE));
  }

  /** A wamid is base64 of a small Thrift structure that holds the customer's digits in clear text. */
  private static String wamid(String customer, int direction, String key) {
    String id = customer.substring(customer.lastIndexOf('.') + 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {0x1c, 0x18});
    writeText(bytes, id.length() > 20 ? id.substring(0, 20) : id);
    bytes.writeBytes(new byte[] {0x15, 0x02, 0x00, (byte) direction, 0x18});
    writeText(bytes, key);
    bytes.write(0);
    return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static void writeText(ByteArrayOutputStream bytes, String text) {
    bytes.write(text.length());
    bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String hex(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return HEX.formatHex(bytes);
  }
}
