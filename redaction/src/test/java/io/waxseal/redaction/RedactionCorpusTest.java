package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.detect.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures the standard detectors on labelled messages in a folder that the build is told of. */
class RedactionCorpusTest {

  private static final Redactor REDACTOR = Redacted.STANDARD;

  @Test
  void emailsAreFoundInChat() throws IOException {
    assertThat(score("chat.jsonl", EntityType.EMAIL).f1()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void cardsAreFoundInChat() throws IOException {
    assertThat(score("chat.jsonl", EntityType.CREDIT_CARD).f1()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void phonesAreFoundInChat() throws IOException {
    assertThat(score("chat.jsonl", EntityType.PHONE).f1()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void passwordsAreFoundInChat() throws IOException {
    assertThat(score("chat.jsonl", EntityType.SECRET_PASSWORD).f1()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void messagesWithoutPersonalDataAreLeftAlone() throws IOException {
    List<String> flagged = new ArrayList<>();
    for (JsonObject row : rows("hard_negatives.jsonl")) {
      if (!REDACTOR.findings(text(row)).isEmpty()) {
        flagged.add(text(row));
      }
    }
    System.out.printf("hard negatives flagged: %d%n", flagged.size());
    assertThat(flagged).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void emailsAreFoundInOtherPeoplesSentences() throws IOException {
    assertThat(score("sentences.jsonl", EntityType.EMAIL).f1()).isGreaterThanOrEqualTo(0.96);
  }

  @Test
  void cardsAreFoundInOtherPeoplesSentences() throws IOException {
    assertThat(score("sentences.jsonl", EntityType.CREDIT_CARD).f1()).isGreaterThanOrEqualTo(0.94);
  }

  @Test
  void phonesAreFoundInOtherPeoplesSentences() throws IOException {
    assertThat(score("sentences.jsonl", EntityType.PHONE).f1()).isGreaterThanOrEqualTo(0.5);
  }

  private static Score score(String file, EntityType type) throws IOException {
    Score score = new Score();
    for (JsonObject row : rows(file)) {
      List<Span> gold = gold(row, type);
      List<Span> found = found(text(row), type);
      int hits = 0;
      for (Span span : found) {
        hits += gold.removeIf(span::matches) ? 1 : 0;
      }
      score.hits += hits;
      score.falseAlarms += found.size() - hits;
      score.misses += gold.size();
    }
    System.out.printf(
        "%s %s: precision %.3f recall %.3f f1 %.3f%n",
        file, type.name(), score.precision(), score.recall(), score.f1());
    return score;
  }

  private static List<Span> found(String text, EntityType type) {
    return new ArrayList<>(REDACTOR.findings(text).stream()
        .filter(finding -> finding.type().equals(type))
        .map(finding -> new Span(finding.start(), finding.end()))
        .toList());
  }

  private static List<Span> gold(JsonObject row, EntityType type) {
    List<Span> spans = new ArrayList<>();
    for (JsonValue value : ((JsonArray) row.get("spans").orElseThrow()).elements()) {
      JsonObject span = (JsonObject) value;
      if (((JsonString) span.get("type").orElseThrow()).value().equals(type.name())) {
        String text = text(row);
        spans.add(new Span(
            text.offsetByCodePoints(0, number(span, "start")),
            text.offsetByCodePoints(0, number(span, "end"))));
      }
    }
    return spans;
  }

  private static int number(JsonObject span, String name) {
    return Integer.parseInt(((JsonNumber) span.get(name).orElseThrow()).literal());
  }

  private static String text(JsonObject row) {
    return ((JsonString) row.get("text").orElseThrow()).value();
  }

  private static List<JsonObject> rows(String file) throws IOException {
    String corpus = System.getProperty("waxseal.corpus");
    assumeTrue(corpus != null, "no labelled messages: run with -Dwaxseal.corpus=<absolute folder>");
    Path path = Path.of(corpus, "redaction", file);
    assumeTrue(Files.exists(path), "the corpus holds no redaction/" + file);
    return Files.readAllLines(path).stream()
        .map(line -> (JsonObject) JsonValue.parse(line))
        .toList();
  }

  private record Span(int start, int end) {

    boolean matches(Span other) {
      int shared = Math.min(end, other.end) - Math.max(start, other.start);
      int united = Math.max(end, other.end) - Math.min(start, other.start);
      return shared * 2 >= united;
    }
  }

  private static final class Score {
    private int hits;
    private int falseAlarms;
    private int misses;

    double precision() {
      return hits + falseAlarms == 0 ? 0 : (double) hits / (hits + falseAlarms);
    }

    double recall() {
      return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
    }

    double f1() {
      return 2 * precision() * recall() / (precision() + recall());
    }
  }
}
