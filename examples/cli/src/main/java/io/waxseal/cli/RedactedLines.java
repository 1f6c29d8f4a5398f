package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.List;

/**
 * Copies lines, redacted and each flushed at once. What stands between the ends of a private key is left out, and a line too
 * long to be examined is withheld.
 */
final class RedactedLines {
  /** Characters; about what a machine with little memory holds a few times over. */
  static final int LONGEST_LINE = 8 << 20;

  private static final int LONGEST_KEY = 200;

  private final Redactor redactor;
  private final boolean explain;
  private final PrintWriter out;
  private final Progress progress;
  private final StringBuilder line = new StringBuilder();
  private boolean tooLong;
  private int keyLines;

  RedactedLines(Redactor redactor, boolean explain, PrintWriter out, Progress progress) {
    this.redactor = redactor;
    this.explain = explain;
    this.out = out;
    this.progress = progress;
  }

  void copy(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    long number = 0;
    while (readLine(lines) && !out.checkError()) {
      number++;
      long soFar = number;
      one(tooLong ? EntityType.REDACTED.label() : line.toString(), number);
      progress.show(() -> soFar + " lines");
    }
    progress.done();
  }

  /** Reads a line, or as much of it as may be kept; false at the end. */
  private boolean readLine(BufferedReader lines) throws IOException {
    line.setLength(0);
    tooLong = false;
    int c = lines.read();
    if (c < 0) {
      return false;
    }
    for (; c >= 0 && c != '\n'; c = lines.read()) {
      tooLong |= line.length() == LONGEST_LINE;
      if (!tooLong) {
        line.append((char) c);
      }
    }
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
    return true;
  }

  private void one(String text, long number) {
    if (keyLines > 0) {
      keyLines = text.startsWith("-----END ") ? 0 : keyLines - 1;
      return;
    }
    if (text.contains("-----BEGIN ")
        && text.contains("PRIVATE KEY-----")
        && !text.contains("-----END ")) {
      keyLines = LONGEST_KEY;
    }
    out.println(explain ? explained(text, number).toText() : redactor.redactJson(text));
    out.flush();
  }

  private JsonValue explained(String text, long number) {
    List<JsonObject> findings =
        redactor.findings(text).stream().map(RedactedLines::toJson).toList();
    return JsonObject.builder()
        .put("line", number)
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
