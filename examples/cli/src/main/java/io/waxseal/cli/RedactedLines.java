package io.waxseal.cli;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.support.LineDecoder;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Copies lines, redacted and each flushed at once. A line that cannot be examined by itself is withheld. */
final class RedactedLines {
  /** Bytes; about what a machine with little memory holds a few times over. */
  static final int LONGEST_LINE = 8 << 20;

  private final Redactor redactor;
  private final boolean explain;
  private final PrintWriter out;
  private final Progress progress;
  private final LineDecoder decoder = new LineDecoder();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean tooLong;

  RedactedLines(Redactor redactor, boolean explain, PrintWriter out, Progress progress) {
    this.redactor = redactor;
    this.explain = explain;
    this.out = out;
    this.progress = progress;
  }

  void copy(InputStream in) throws IOException {
    InputStream lines = new BufferedInputStream(in);
    long number = 0;
    while (readLine(lines) && !out.checkError()) {
      number++;
      long soFar = number;
      one(number);
      progress.show(() -> soFar + " lines");
    }
    progress.done();
  }

  /** Reads a line, or as much of it as may be kept; false at the end. */
  private boolean readLine(InputStream lines) throws IOException {
    line.reset();
    tooLong = false;
    int b = lines.read();
    if (b < 0) {
      return false;
    }
    for (; b >= 0 && b != '\n'; b = lines.read()) {
      tooLong |= line.size() == LONGEST_LINE;
      if (!tooLong) {
        line.write(b);
      }
    }
    return true;
  }

  private void one(long number) {
    Optional<String> text =
        tooLong ? Optional.empty() : decoder.decode(ByteBuffer.wrap(line.toByteArray()));
    out.println(
        explain
            ? explained(text, number).toText()
            : text.map(redactor::redactJson).orElse(EntityType.REDACTED.label()));
    out.flush();
  }

  private JsonValue explained(Optional<String> text, long number) {
    List<JsonObject> findings = text.map(redactor::findings).orElse(List.of()).stream()
        .map(RedactedLines::toJson)
        .toList();
    return JsonObject.builder()
        .put("line", number)
        .put("withheld", text.isEmpty())
        .put("findings", JsonArray.of(findings))
        .build();
  }

  private static JsonObject toJson(Finding finding) {
    return JsonObject.builder()
        .put("type", finding.type().name())
        .put("start", finding.start())
        .put("end", finding.end())
        .put("score", Score.decimal(finding.score()))
        .put("why", finding.why())
        .build();
  }
}
