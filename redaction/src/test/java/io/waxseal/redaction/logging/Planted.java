package io.waxseal.redaction.logging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A value that must be in no log, whatever the policy. Put together at run time, so that no scanner of this repository
 * takes it for a real one.
 *
 * @param kind what it is
 * @param value the value itself
 */
public record Planted(String kind, String value) {

  private static final String HEX = "9f86d081884c7d659a2feaa0c55ad015";

  /** {@return one or more of each kind} */
  public static List<Planted> all() {
    List<Planted> all = new ArrayList<>(found());
    all.addAll(meta());
    return all;
  }

  /** {@return what stands in any messenger's log} */
  public static List<Planted> found() {
    return List.of(
        new Planted("card", "4111 1111 " + "1111 1111"),
        new Planted("e-mail", "ana.lopez" + "@example.com"),
        new Planted("phone", "+49 1555 " + "0100001"),
        new Planted("token EAAG", "EAAG" + random(180)),
        new Planted("token EAAB", "EAAB" + random(120)),
        new Planted("token EAAJ", "EAAJ" + random(90)),
        new Planted("token EAA", "EAA" + random(200)));
  }

  /** {@return what only Meta's platform has} */
  public static List<Planted> meta() {
    return List.of(
        new Planted("wa_id of Germany", "49155" + "50100001"),
        new Planted("wa_id of the United States", "1650" + "5551234"),
        new Planted("wa_id of Brazil", "5511" + "987654321"),
        new Planted("BSUID", "US." + "13491208655302741918"),
        new Planted("BSUID of an enterprise", "CC.ENT." + "11815799212886844830"),
        new Planted("old BSUID", "user." + HEX + HEX),
        new Planted("wamid", wamid("49155" + "50100001")),
        new Planted(
            "media URL",
            "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=" + "133801249"
                + "&ext=1700000000&hash=" + "ATv" + random(40)));
  }

  /** {@return values that a name gives away, in the shape {@code name=value}} */
  public static List<Planted> named() {
    return List.of(
        new Planted("appsecret_proof", HEX + HEX),
        new Planted("hub.verify_token", "corner-" + "table-7"),
        new Planted("verify_token", "Winter" + "Garden" + "42"),
        new Planted("access_token", "EAAG" + random(160)));
  }

  /** Meta's message ids hold the number in base64. */
  private static String wamid(String waId) {
    byte[] id = ("\u001d\u0018\u000b" + waId + "\u0015\u0002\u0000\u0011\u0018\u0012" + "3EB0"
            + HEX)
        .getBytes(StandardCharsets.ISO_8859_1);
    return "wamid." + Base64.getEncoder().encodeToString(id);
  }

  private static String random(int length) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    StringBuilder random = new StringBuilder(length);
    long state = 88172645463325252L + length;
    while (random.length() < length) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      random.append(alphabet.charAt((int) Math.floorMod(state, alphabet.length())));
    }
    return random.toString();
  }

  @Override
  public String toString() {
    return kind;
  }
}
