package io.waxseal.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One of Meta's error codes, with what to do about it: the same for an answer, a failed status and an error in a webhook.
 * It is judged by the code alone, since gateways change HTTP statuses. Immutable. Source: Meta, Cloud API, error codes;
 * docs/errors.md lists all.
 */
public final class ErrorCode {
  /** Codes by which Meta says that it does not know either; behind a 5xx it may have taken the message. */
  private static final Set<Integer> UNDETERMINED = Set.of(1, 2, 131000);

  private static final String OTHERS =
      "Meta refused it with a code that this version does not know, or with none; look it up in Meta's list of error codes.";
  private static final NavigableMap<Integer, Row> ROWS = load();

  private final int code;
  private final Row row;

  private ErrorCode(int code, Row row) {
    this.code = code;
    this.row = row;
  }

  /** When the same call may succeed. */
  public enum Retry {
    /** Not unless something in the call is changed. */
    NEVER,
    /** After something outside the call was changed, such as the token. */
    AFTER_CHANGE,
    /** After a longer pause, for the caller to decide; not automatically. */
    AFTER_PAUSE,
    /** Soon, at growing distances. */
    LATER
  }

  /** One line of the table, for one code or for several in a row. */
  private record Row(
      int first, int last, ErrorKind kind, Retry retry, Optional<Duration> pause, String advice) {
    static Row parse(String line) {
      String[] cells = line.split("\t", -1);
      String[] range = cells[0].split("-", -1);
      String[] retry = cells[2].split(" ", -1);
      Optional<Duration> pause = retry.length == 1
          ? Optional.empty()
          : Optional.of(Duration.parse("PT" + retry[1].toUpperCase(Locale.ROOT)));
      return new Row(
          Integer.parseInt(range[0]),
          Integer.parseInt(range[range.length - 1]),
          ErrorKind.valueOf(cells[1]),
          switch (retry[0]) {
            case "NEVER" -> Retry.NEVER;
            case "CHANGE" -> Retry.AFTER_CHANGE;
            case "PAUSE" -> Retry.AFTER_PAUSE;
            case "LATER" -> Retry.LATER;
            default -> throw new IllegalStateException("a retry of no kind: " + retry[0]);
          },
          pause,
          cells[3]);
    }
  }

  private static NavigableMap<Integer, Row> load() {
    NavigableMap<Integer, Row> rows = new TreeMap<>();
    try (InputStream in = Objects.requireNonNull(
            ErrorCode.class.getResourceAsStream("errors.tsv"), "errors.tsv");
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).map(Row::parse).forEach(row -> {
        // a code of its own stands before a range that has it too
        for (int code = row.first(); code <= row.last(); code++) {
          rows.merge(code, row, (one, other) -> one.first() == one.last() ? one : other);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /**
   * What is known of a code.
   *
   * @param code Meta's error code, or 0 if an answer had none
   * @return what is known; of kind {@link ErrorKind#UNKNOWN} if the code is not in the table
   */
  public static ErrorCode of(int code) {
    Row row = ROWS.get(code);
    return new ErrorCode(
        code,
        row != null
            ? row
            : new Row(code, code, ErrorKind.UNKNOWN, Retry.NEVER, Optional.empty(), OTHERS));
  }

  /** {@return every code of the table, in order} */
  public static List<ErrorCode> all() {
    return ROWS.keySet().stream().map(ErrorCode::of).toList();
  }

  /** {@return the code} */
  public int code() {
    return code;
  }

  /** {@return what kind of thing went wrong} */
  public ErrorKind kind() {
    return row.kind();
  }

  /** {@return when the same call may succeed} */
  public Retry retry() {
    return row.retry();
  }

  /** {@return whether the same call may succeed soon} */
  public boolean retryable() {
    return row.retry() == Retry.LATER;
  }

  /** {@return how long to wait at least; empty if Meta names no time} */
  public Optional<Duration> pause() {
    return row.pause();
  }

  /**
   * Whether Meta may have taken the message although it answered with this code: sent again, it may arrive twice.
   *
   * @return whether delivery is not known
   */
  public boolean deliveryUnknown() {
    return UNDETERMINED.contains(code);
  }

  /** {@return for the human at the desk: what happened and what to do instead} */
  public String forAgent() {
    return row.kind().forAgent();
  }

  /** {@return for who wrote the call: what is wrong and what to change} */
  public String forDeveloper() {
    return row.advice();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ErrorCode error && error.code == code;
  }

  @Override
  public int hashCode() {
    return Integer.hashCode(code);
  }

  @Override
  public String toString() {
    return code + " " + row.kind();
  }
}
