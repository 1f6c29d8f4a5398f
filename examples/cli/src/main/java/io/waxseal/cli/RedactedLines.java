package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.Finding;
import io.waxseal.redaction.Redactor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.List;

/** Copies lines, redacted and each flushed at once. What stands between the ends of a private key is left out. */
final class RedactedLines {
  private static final int LONGEST_KEY = 200;

  private final Redactor redactor;
  private final boolean explain;
  private final PrintWriter out;
  private final Progress progress;
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
    String line = lines.readLine();
    while (line != null && !out.checkError()) {
      number++;
      long soFar = number;
      one(line, number);
      progress.show(() -> soFar + " lines");
      line = lines.readLine();
    }
    progress.done();
  }

  private void one(String line, long number) {
    if (keyLines > 0) {
      keyLines = line.startsWith("-----END ") ? 0 : keyLines - 1;
      return;
    }
    if (line.contains("-----BEGIN ")
        && line.contains("PRIVATE KEY-----")
        && !line.contains("-----END ")) {
      keyLines = LONGEST_KEY;
    }
    out.println(explain ? explained(line, number).toText() : redactor.redactJson(line));
    out.flush();
  }

  private JsonValue explained(String line, long number) {
    List<JsonObject> findings =
        redactor.findings(line).stream().map(RedactedLines::toJson).toList();
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
