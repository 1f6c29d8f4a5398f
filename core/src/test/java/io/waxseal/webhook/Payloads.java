package io.waxseal.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.Secret;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Webhook bodies for tests: our own fixtures, the corpus if it is there, and the way from bytes to elements. */
final class Payloads {
  static final Instant ARRIVED = Instant.parse("2026-11-21T09:00:00Z");
  static final List<String> FIXTURES = List.of(
      "account_update.json",
      "batch.json",
      "calls.json",
      "changed_fields.json",
      "contacts_out_of_order.json",
      "errors.json",
      "flow_reply.json",
      "group_status.json",
      "groups.json",
      "handover.json",
      "history.json",
      "history_threads.json",
      "image.json",
      "no_phone.json",
      "number_changes.json",
      "order.json",
      "preferences.json",
      "standby.json",
      "state_sync.json",
      "status_failed.json",
      "taps.json",
      "template_category.json",
      "template_status.json",
      "text.json",
      "unknown_field.json",
      "unknown_kind.json");

  private Payloads() {}

  static byte[] fixture(String name) {
    try (InputStream in = Payloads.class.getResourceAsStream("/webhooks/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of the corpus; without it the test is skipped and says why. */
  static List<Path> corpus(String glob) {
    String folder = System.getProperty("waxseal.corpus", "");
    Path webhooks = Path.of(folder, "cloud-api");
    Assumptions.assumeTrue(
        !folder.isEmpty() && Files.isDirectory(webhooks),
        "the corpus is not there: run with -Dwaxseal.corpus=<absolute path>");
    try (Stream<Path> files = Files.list(webhooks)) {
      return files
          .filter(file -> file.getFileName().toString().matches(glob))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<WebhookElement> parse(byte[] body) {
    return WebhookParser.parse(new VerifiedPayload(body, Set.<PhoneNumberId>of()), ARRIVED);
  }

  static List<WebhookElement> parse(String body) {
    return parse(body.getBytes(UTF_8));
  }

  /** A body with one change. */
  static String change(String field, String value) {
    return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"222\",\"changes\":[{\"field\":\""
        + field + "\",\"value\":" + value + "}]}]}";
  }

  /** A body with a change of field messages. */
  static String messages(String lists) {
    return change(
        "messages",
        "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"15550001111\","
            + "\"phone_number_id\":\"111\"}," + lists + "}");
  }

  static String sign(Secret secret, byte[] body) {
    return "sha256=" + HexFormat.of().formatHex(Digests.hmacSha256(secret, body));
  }

  /** All texts, numbers and truth values of a tree, as text; null says nothing. */
  static Set<String> leaves(JsonValue value) {
    Set<String> leaves = new TreeSet<>();
    collect(value, leaves);
    return leaves;
  }

  private static void collect(JsonValue value, Set<String> leaves) {
    if (value instanceof JsonObject object) {
      object.members().values().forEach(member -> collect(member, leaves));
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(element -> collect(element, leaves));
    } else if (value instanceof JsonString string) {
      leaves.add(string.value());
    } else if (value instanceof JsonNumber number) {
      leaves.add(number.literal());
    } else if (value instanceof JsonBoolean bool) {
      leaves.add(Boolean.toString(bool.value()));
    }
  }
}
