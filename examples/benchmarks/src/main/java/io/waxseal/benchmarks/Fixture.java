package io.waxseal.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.person.ContactPoint;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The account, the customer and the webhook that all benchmarks share: made up, and of exactly 1 KB. */
final class Fixture {
  static final int SIZE = 1_024;
  static final String TOKEN =
      "EAAGbenchmarkTokenQ7w8E9r0T1y2U3i4O5p6A7s8D9f0G1h2J3k4L5z6X7c8V9b0N1m2";
  static final ContactPoint CUSTOMER = ContactPoint.phone("+447700900123");
  static final Account ACCOUNT = Account.of("106540352242922", "102290129340398")
      .accessToken(Secrets.fixed(Secret.of(TOKEN)))
      .appSecrets(Secrets.fixed(Secret.of("5e884898da28047151d0e56f8dc62927")));
  static final byte[] APP_SECRET = "5e884898da28047151d0e56f8dc62927".getBytes(UTF_8);

  private static final String HMAC = "HmacSHA256";

  private Fixture() {}

  /** A text message as Meta delivers it, filled up to 1 KB by its text. */
  static byte[] webhook(UUID message, Instant at) {
    String head = """
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":\
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550783881",\
        "phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Marigold Fenwick"},\
        "wa_id":"447700900123"}],"messages":[{"from":"447700900123","id":"wamid.%s",\
        "timestamp":"%d","type":"text","text":{"body":"\
        """.formatted(message, at.getEpochSecond());
    String tail = "\"}}]},\"field\":\"messages\"}]}]}";
    String words = "Is the corner table free on Saturday? ".repeat(SIZE);
    return (head + words.substring(0, SIZE - head.length() - tail.length()) + tail).getBytes(UTF_8);
  }

  static byte[] hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(APP_SECRET, HMAC));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String signature(byte[] body) {
    return "sha256=" + HexFormat.of().formatHex(hmac(body));
  }

  /** Fails a benchmark whose operation does not do what its row says. */
  static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalStateException("a benchmark measures something else: " + what);
    }
  }
}
