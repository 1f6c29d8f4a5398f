package io.waxseal.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.detect.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is found in the project's own messages and in spoilt copies of them, to the character, the score and the reason.
 * Whoever makes the detectors faster sees that they find the same; whoever changes a rule sees in the difference of the
 * file what else it changed.
 */
class FindingsTest {

  private static final String FILE = "findings.txt";
  private static final Path WRITTEN =
      Path.of("src/test/resources/io/waxseal/redaction").resolve(FILE);
  private static final String[] REGIONS = {"", "DE", "BR", "IN", "US"};
  private static final int COPIES = 3;

  /** Each kind of value, several in a text. */
  private static final String MORE = "more-texts.txt";

  private static final int COPIES_OF_MORE = 40;
  private static final String MARKS = "09 -./():,;x#@+*_";

  /** {@code mvn -pl redaction -am -Dtest=FindingsTest -Dwaxseal.write=true test} writes the file anew. */
  @Test
  void inKnownTextsTheSameIsFoundAsBefore() throws IOException {
    List<String> lines = lines();
    if (Boolean.getBoolean("waxseal.write")) {
      Files.writeString(WRITTEN, String.join("\n", lines) + "\n");
      return;
    }
    List<String> before = lines(FILE);
    assertThat(lines).hasSameSizeAs(before);
    List<String> others = IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).equals(before.get(i)))
        .mapToObj(i -> "was " + before.get(i) + "%nis  ".formatted() + lines.get(i))
        .toList();
    assertThat(others)
        .as("where findings differ from findings.txt; write it with -Dwaxseal.write=true")
        .isEmpty();
  }

  private static List<String> lines() throws IOException {
    List<Redactor> redactors = new ArrayList<>();
    for (String region : REGIONS) {
      redactors.add(
          region.isEmpty()
              ? Redactor.standard()
              : Redactor.builder().region(region).build());
    }
    List<String> lines = new ArrayList<>();
    Random random = new Random(20261122);
    List<String> texts = new ArrayList<>(OwnMessagesTest.texts());
    int messages = texts.size();
    texts.addAll(lines(MORE));
    for (int i = 0; i < texts.size(); i++) {
      int copies = i < messages ? COPIES : COPIES_OF_MORE;
      for (int copy = 0; copy < copies; copy++) {
        String text = copy == 0 ? texts.get(i) : spoilt(texts.get(i), random);
        lines.add(line(i, copy, redactors.get((i + copy) % REGIONS.length).findings(text)));
      }
    }
    return lines;
  }

  private static String line(int text, int copy, List<Finding> findings) {
    StringBuilder line = new StringBuilder().append(text).append('.').append(copy);
    for (Finding finding : findings) {
      line.append(' ')
          .append(finding.type().name())
          .append(' ')
          .append(finding.start())
          .append('-')
          .append(finding.end())
          .append(' ')
          .append(Math.round(finding.score() * 100))
          .append(' ')
          .append(finding.why());
    }
    return line.toString();
  }

  /** A text with one or two characters changed, left out or put in where values begin, end or go on. */
  private static String spoilt(String text, Random random) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int edits = 1 + random.nextInt(2); edits > 0 && !spoilt.isEmpty(); edits--) {
      int at = nearAValue(spoilt, random);
      char mark = MARKS.charAt(random.nextInt(MARKS.length()));
      switch (random.nextInt(4)) {
        case 0 -> spoilt.setCharAt(at, mark);
        case 1 -> spoilt.insert(at, mark);
        case 2 -> spoilt.deleteCharAt(at);
        default -> spoilt.setCharAt(at, (char) (spoilt.charAt(at) ^ 1));
      }
    }
    return spoilt.toString();
  }

  private static int nearAValue(CharSequence text, Random random) {
    int at = random.nextInt(text.length());
    for (int tries = 0; tries < text.length(); tries++) {
      char c = text.charAt(at);
      if (Character.isDigit(c) || c == '@' || c == ':') {
        return Math.min(text.length() - 1, Math.max(0, at + random.nextInt(3) - 1));
      }
      at = (at + 1) % text.length();
    }
    return at;
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FindingsTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
