package io.waxseal.cli;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.consent.optout.Heard;
import io.waxseal.consent.optout.IntentDetector;
import io.waxseal.json.JsonNull;
import io.waxseal.json.JsonNumber;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what the standard detector hears in each message of a file, and nothing of the message. */
@Command(
    name = "detect",
    description = {
      "Tells what customers ask for, one JSON line a message:"
          + " {\"id\",\"intent\",\"tier\",\"scope\",\"matched\"}. Needs no database.",
      "A line of input is a JSON object with a \"text\"; it may have \"id\", \"lang\" (a hint), \"via\" (text, caption,"
          + " edit, button, button_reply, list_reply or flow; default text), \"payload\", \"lastOutboundMarketing\""
          + " and \"advertised\". Other members are ignored, empty lines skipped.",
      "intent is OPT_OUT, PROVISIONAL, OPT_IN_REQUEST, HELP, RIGHTS_ACCESS, RIGHTS_ERASE or NONE. A scope that is not"
          + " null (ALL or MARKETING) is recorded as a stop whatever the intent.",
      "A line that is no such object gives {\"line\",\"id\",\"error\"} in its place, and the next is read."
    },
    exitCodeList = {
      "0:each line was read",
      "1:at least one line has an error",
      "2:wrong usage, or a file that cannot be read"
    },
    footer = {"Example:", "  waxseal optout detect messages.jsonl"})
final class OptOutDetect implements Callable<Integer> {
  /** Bytes; a text has at most 4,096 characters. */
  private static final int LONGEST_LINE = 1 << 20;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A file of JSON lines; none or -: standard input.")
  private @Nullable Path file;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Bodies bodies;
  private final Progress progress;

  OptOutDetect(Bodies bodies, Progress progress) {
    this.bodies = bodies;
    this.progress = progress;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean failed = false;
    long number = 0;
    try (InputStream in = new BufferedInputStream(bodies.open(file))) {
      for (Optional<byte[]> line = line(in); line.isPresent(); line = line(in)) {
        number++;
        long soFar = number;
        JsonObject answer = answer(line.get(), number);
        if (!answer.equals(JsonObject.EMPTY)) {
          out.println(answer.toText());
          failed |= answer.get("error").isPresent();
        }
        progress.show(() -> soFar + " lines");
      }
    } catch (IOException e) {
      throw new CliException("the input cannot be read");
    }
    progress.done();
    out.flush();
    return failed ? 1 : 0;
  }

  /** The bytes of the next line, one more than allowed if it is too long; empty at the end. */
  private static Optional<byte[]> line(InputStream in) throws IOException {
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() <= LONGEST_LINE) {
        line.write(b);
      }
    }
    return Optional.of(line.toByteArray());
  }

  private static JsonObject answer(byte[] line, long number) {
    if (isBlank(line)) {
      return JsonObject.EMPTY;
    }
    JsonValue id = JsonNull.NULL;
    try {
      if (line.length > LONGEST_LINE) {
        throw new CliException("a line has at most 1 MiB");
      }
      if (!(JsonValue.parse(line) instanceof JsonObject object)) {
        throw new CliException("a line is a JSON object");
      }
      id = object
          .get("id")
          .filter(value -> value instanceof JsonString || value instanceof JsonNumber)
          .orElse(JsonNull.NULL);
      return heard(id, IntentDetector.standard().detect(SaidLine.read(object)));
    } catch (MalformedPayloadException e) {
      return error(number, id, "a line is a JSON document in UTF-8");
    } catch (CliException e) {
      return error(number, id, String.valueOf(e.getMessage()));
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static JsonObject heard(JsonValue id, Heard heard) {
    return JsonObject.builder()
        .put("id", id)
        .put("intent", heard.intent().name())
        .put("tier", text(heard.tier().map(Enum::name)))
        .put("scope", text(heard.scope().map(Enum::name)))
        .put("matched", text(Optional.of(heard.rule()).filter(rule -> !rule.isEmpty())))
        .build();
  }

  private static JsonValue text(Optional<String> text) {
    return text.<JsonValue>map(JsonString::new).orElse(JsonNull.NULL);
  }

  private static JsonObject error(long number, JsonValue id, String error) {
    return JsonObject.builder()
        .put("line", number)
        .put("id", id)
        .put("error", error)
        .build();
  }
}
