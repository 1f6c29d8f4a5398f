package io.waxseal.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Measures the standard detectors on the project's own labelled messages. Secrets that look like a provider's are put in
 * here, so that none stands in a file.
 */
class OwnMessagesTest {

  private static final Set<EntityType> CORE = Set.of(
      EntityType.EMAIL,
      EntityType.PHONE,
      EntityType.CREDIT_CARD,
      new EntityType("IBAN"),
      new EntityType("US_SSN"),
      new EntityType("IP"));

  @Test
  void theSixCoreKindsAreFound() throws IOException {
    Score score = score("messages.jsonl", CORE);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.98);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void allKindsAreFound() throws IOException {
    Score score = score("messages.jsonl", Set.of());
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.98);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void messagesWithoutPersonalDataAreLeftAlone() throws IOException {
    List<String> flagged = rows("messages-without.jsonl").stream()
        .map(OwnMessagesTest::text)
        .filter(text -> !Redacted.STANDARD.findings(text).isEmpty())
        .toList();
    System.out.printf("own messages without personal data, flagged: %d%n", flagged.size());
    assertThat(flagged).hasSizeLessThanOrEqualTo(7);
  }

  /** All messages, secrets put in. */
  static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonObject row : rows("messages.jsonl")) {
      texts.add(filled(row, new ArrayList<>()));
    }
    rows("messages-without.jsonl").forEach(row -> texts.add(text(row)));
    return texts;
  }

  /** Counts the wanted types, or all where none is named. */
  private static Score score(String file, Set<EntityType> wanted) throws IOException {
    Score score = new Score();
    for (JsonObject row : rows(file)) {
      List<Span> gold = new ArrayList<>();
      String text = filled(row, gold);
      gold.removeIf(span -> !isWanted(span.type(), wanted));
      for (Finding finding : Redacted.STANDARD.findings(text)) {
        if (isWanted(finding.type(), wanted)) {
          Span span = new Span(finding.type(), finding.start(), finding.end());
          boolean hit =
              gold.stream().filter(span::matches).findFirst().map(gold::remove).orElse(false);
          score.hits += hit ? 1 : 0;
          score.falseAlarms += hit ? 0 : 1;
        }
      }
      score.misses += gold.size();
    }
    System.out.printf("%s: precision %.3f recall %.3f%n", file, score.precision(), score.recall());
    return score;
  }

  private static boolean isWanted(EntityType type, Set<EntityType> wanted) {
    return wanted.isEmpty() || wanted.contains(type);
  }

  /** The text of a row with a secret in the place of each mark, and its labels moved accordingly. */
  private static String filled(JsonObject row, List<Span> gold) {
    String text = text(row);
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (JsonValue value : ((JsonArray) row.get("spans").orElseThrow()).elements()) {
      JsonObject span = (JsonObject) value;
      int start = text.offsetByCodePoints(0, number(span, "start"));
      int end = text.offsetByCodePoints(0, number(span, "end"));
      String type = ((JsonString) span.get("type").orElseThrow()).value();
      String content = text.substring(start, end);
      filled.append(text, at, start);
      int filledStart = filled.length();
      filled.append(content.startsWith("«") ? secret(content) : content);
      gold.add(new Span(new EntityType(type), filledStart, filled.length()));
      at = end;
    }
    return filled.append(text, at, text.length()).toString();
  }

  private static String secret(String mark) {
    String random = "q7Rz".repeat(37);
    return switch (mark) {
      case "«META»" -> "EAA" + "G" + random;
      case "«JWT»" ->
        base64("{\"alg\":\"HS256\"}") + "." + base64("{\"sub\":\"1\"}") + "." + "aB3".repeat(14);
      case "«AWS»" -> "AK" + "IA" + "2Q3R4S5T6U7V2W3X";
      default -> throw new IllegalArgumentException(mark);
    };
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private static int number(JsonObject span, String name) {
    return Integer.parseInt(((JsonNumber) span.get(name).orElseThrow()).literal());
  }

  private static String text(JsonObject row) {
    return ((JsonString) row.get("text").orElseThrow()).value();
  }

  private static List<JsonObject> rows(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(OwnMessagesTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .map(line -> (JsonObject) JsonValue.parse(line))
          .toList();
    }
  }

  private record Span(EntityType type, int start, int end) {

    boolean matches(Span other) {
      int shared = Math.min(end, other.end) - Math.max(start, other.start);
      int united = Math.max(end, other.end) - Math.min(start, other.start);
      return type.equals(other.type) && shared * 2 >= united;
    }
  }

  private static final class Score {
    private int hits;
    private int falseAlarms;
    private int misses;

    double precision() {
      return (double) hits / Math.max(1, hits + falseAlarms);
    }

    double recall() {
      return (double) hits / Math.max(1, hits + misses);
    }
  }
}
