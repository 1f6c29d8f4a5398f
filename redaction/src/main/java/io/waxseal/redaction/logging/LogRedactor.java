package io.waxseal.redaction.logging;

import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.redaction.Policy;
import io.waxseal.redaction.RedactionFilter;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.detect.EntityType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Redacts the parts of a log event as a redactor's {@link Policy} says for {@link io.waxseal.redaction.Direction#LOG}; the
 * standard policy is strict there: rather one value too many than one too few.
 *
 * <p>No method throws, whatever the text, the arguments or a detector do: what could not be examined is replaced by {@code
 * [REDACTED]} as a whole. What is clean comes back as the same object. A detector, or anything it calls, that logs while a
 * log line is examined on the same thread has its own line withheld; otherwise it would never end.
 *
 * <p>Immutable, and safe for any number of threads.
 *
 * <p>Threat: a number, a card or a token stands in a message, in an exception of a library, or in the context of the
 * thread, and is written to a file that many read and nobody erases. What is not found is what {@link Redactor} does not
 * find: names, addresses, free text. A value that is spread over several log events is not found either.
 */
public final class LogRedactor {

  private static final String WITHHELD = EntityType.REDACTED.label();

  /** Whether this thread is inside a redactor; the value's type is the JDK's, so that no class loader is held. */
  private static final ThreadLocal<boolean[]> INSIDE =
      ThreadLocal.withInitial(() -> new boolean[1]);

  private final List<RedactionFilter> filters;

  private LogRedactor(List<RedactionFilter> filters) {
    this.filters = filters;
  }

  /** {@return the redactor of logs with the standard detectors} */
  public static LogRedactor standard() {
    return of(Redactor.standard());
  }

  /**
   * A redactor of logs with the detectors, the region and the policy of a redactor. Secrets, phone numbers, message ids,
   * user ids and media addresses of the platform, and card numbers, for which a {@code wa_id} may pass, are labelled even
   * if the policy would keep them in logs, and looked for with {@link io.waxseal.redaction.Profile#STRICT} whatever its
   * profile.
   *
   * @param redactor the redactor
   * @return the redactor of logs
   */
  public static LogRedactor of(Redactor redactor) {
    return new LogRedactor(AlwaysCovered.filters(redactor));
  }

  /**
   * Redacts one text. A text that is a JSON document is walked as a tree, so that the names of its members count.
   *
   * @param text any text
   * @return the text after treatment; the given text itself if nothing was found
   */
  public String text(String text) {
    Objects.requireNonNull(text, "text");
    boolean[] inside = INSIDE.get();
    if (inside[0]) {
      return WITHHELD;
    }
    inside[0] = true;
    try {
      return filtered(text);
    } catch (Exception | Error e) {
      return WITHHELD;
    } finally {
      inside[0] = false;
    }
  }

  private String filtered(String text) {
    boolean json = looksLikeJson(text);
    String redacted = text;
    for (int i = 0; i < filters.size(); i++) {
      RedactionFilter filter = filters.get(i);
      redacted = json ? filter.redactJson(redacted) : filter.redactText(redacted);
    }
    return redacted;
  }

  /**
   * Redacts a value that has a name, such as an entry of the thread's context. The name decides first: whatever stands
   * under {@code password}, {@code pin} and the like is replaced. Otherwise it counts as a word beside the value.
   *
   * @param name the name
   * @param value the value
   * @return the value after treatment; the given value itself if nothing was found
   */
  public String value(String name, String value) {
    Objects.requireNonNull(value, "value");
    Map<String, JsonValue> members = tree(Map.of(name, new JsonString(value)));
    return members.size() == 1 && members.values().iterator().next() instanceof JsonString redacted
        ? (redacted.value().equals(value) ? value : redacted.value())
        : WITHHELD;
  }

  /**
   * Redacts named values, and names that hold something themselves.
   *
   * @param values the values; null names and values stay what they are, and a value without a name is a text
   * @return the values after treatment, unmodifiable; the given map itself if nothing was found
   */
  public Map<String, String> values(Map<String, String> values) {
    try {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      Map<String, String> others = new LinkedHashMap<>();
      boolean[] found = new boolean[1];
      values.forEach((name, value) -> {
        if (name != null && value != null) {
          members.put(name, new JsonString(value));
        } else {
          String redacted = value == null ? null : text(value);
          found[0] |= redacted != null && !redacted.equals(value);
          others.put(name, redacted);
        }
      });
      Map<String, JsonValue> redacted = tree(members);
      return !found[0] && redacted.equals(members) ? values : together(redacted, others);
    } catch (Exception | Error e) {
      return Map.of(WITHHELD, WITHHELD);
    }
  }

  private static Map<String, String> together(
      Map<String, JsonValue> named, Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>();
    named.forEach(
        (name, value) -> all.put(name, value instanceof JsonString text ? text.value() : WITHHELD));
    others.forEach(all::putIfAbsent);
    return Collections.unmodifiableMap(all);
  }

  private Map<String, JsonValue> tree(Map<String, JsonValue> members) {
    boolean[] inside = INSIDE.get();
    if (inside[0]) {
      return Map.of();
    }
    inside[0] = true;
    try {
      JsonValue redacted = JsonObject.of(members);
      for (RedactionFilter filter : filters) {
        redacted = filter.redactJson(redacted);
      }
      return redacted instanceof JsonObject object ? object.members() : Map.of();
    } catch (Exception | Error e) {
      return Map.of();
    } finally {
      inside[0] = false;
    }
  }

  /**
   * Redacts an argument of a message, or the value of a pair.
   *
   * @param argument anything
   * @return the argument itself if its text is clean and it is a text, a number, a truth value, a UUID or a time of the
   *     JDK; else its text after treatment, since a back end that writes an object's fields would write what its text hides
   */
  public @Nullable Object argument(@Nullable Object argument) {
    return argument == null ? null : Arguments.kept(argument, text(Arguments.text(argument)));
  }

  /**
   * Redacts a named value of any type.
   *
   * @param name the name, which decides first as in {@link #value(String, String)}
   * @param argument anything
   * @return as {@link #argument(Object)}
   */
  public @Nullable Object argument(String name, @Nullable Object argument) {
    return argument == null
        ? null
        : Arguments.kept(argument, value(name, Arguments.text(argument)));
  }

  /**
   * Redacts a message with what it was made of. Where something was found in the message, an argument stays only if its
   * text still stands in the message as often as before, and the format only if its own words do: {@code "pin {}"} and
   * {@code "1234"} are harmless apart. What was found in an argument alone does not stay in the message either: {@code
   * "Body {}"} is no JSON, its argument may be.
   *
   * @param format the message with its placeholders
   * @param arguments what was put in their place; not changed
   * @param text the message as it would be written
   * @return all three, redacted
   */
  public RedactedMessage message(
      @Nullable String format, @Nullable Object @Nullable [] arguments, @Nullable String text) {
    return RedactedMessage.of(this, format, arguments, text);
  }

  /**
   * Redacts a throwable, its causes and what was suppressed, at any depth.
   *
   * @param thrown the throwable; not changed
   * @return the throwable itself if nothing was found; else one that stands for it, with the same stack traces, whose text
   *     and message are the text of the original after treatment. What was met before, as in a circle, is repeated without
   *     its causes
   */
  public Throwable throwable(Throwable thrown) {
    return RedactedThrowable.of(this, thrown);
  }

  private static boolean looksLikeJson(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return from < to
        && ((text.charAt(from) == '{' && text.charAt(to - 1) == '}')
            || (text.charAt(from) == '[' && text.charAt(to - 1) == ']'));
  }

  /** {@return the name of the class, nothing of its settings} */
  @Override
  public String toString() {
    return "LogRedactor";
  }
}
