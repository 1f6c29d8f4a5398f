package io.waxseal.redaction.logging;

import io.waxseal.redaction.detect.EntityType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of one message, each redacted by itself, and what that means for the message. */
final class RedactedArguments {

  private static final String WITHHELD = EntityType.REDACTED.label();

  /** The text of an argument in which something was found, and what became of it. */
  private record Found(String before, String after) {

    /** {@return the name of the record, nothing of the argument} */
    @Override
    public String toString() {
      return "Found";
    }
  }

  private final LogRedactor redactor;
  private @Nullable Object @Nullable [] kept;
  private List<Found> found = List.of();
  private boolean changed;

  RedactedArguments(LogRedactor redactor, @Nullable Object @Nullable [] arguments) {
    this.redactor = redactor;
    this.kept = arguments;
    for (int i = 0; arguments != null && i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument != null) {
        put(i, argument, examined(argument));
      }
    }
  }

  private Object examined(Object argument) {
    String before = Arguments.text(argument);
    String after = redactor.text(before);
    if (!after.equals(before)) {
      found = found.isEmpty() ? new ArrayList<>() : found;
      found.add(new Found(before, after));
    }
    return Arguments.kept(argument, after);
  }

  private void put(int i, Object argument, Object instead) {
    if (kept == null || instead == argument) {
      return;
    }
    if (!changed) {
      kept = Arrays.copyOf(kept, kept.length, Object[].class);
      changed = true;
    }
    kept[i] = instead;
  }

  @Nullable
  Object @Nullable [] kept() {
    return kept;
  }

  boolean changed() {
    return changed;
  }

  /**
   * A redacted message without the words that were taken out of an argument. Where the message was not treated as the
   * argument was, the redacted argument is put into it: into the redacted message if the argument stands there whole, else
   * into the message as it was given. What was taken out of the message does not come back.
   */
  String takenOutOf(String text, String clean) {
    if (found.isEmpty()) {
      return clean;
    }
    Set<String> words = new HashSet<>();
    found.forEach(one -> words.addAll(Wording.taken(one.before(), one.after())));
    if (!Wording.standIn(clean, words)) {
      return clean;
    }
    String again = redactor.text(replacedIn(clean));
    if (!Wording.standIn(again, words)) {
      return again;
    }
    String anew = redactor.text(replacedIn(text));
    return Wording.standIn(anew, Wording.taken(text, again)) ? WITHHELD : anew;
  }

  private String replacedIn(String text) {
    String replaced = text;
    for (Found one : found) {
      replaced = new Occurrences(one.before()).replaced(replaced, one.after());
    }
    return replaced;
  }

  /**
   * Withholds each argument that does not stand in the redacted message as often as in the given one; as a piece of a longer
   * word or number it counts only where it never stands whole.
   */
  void withholdWhatWasTakenOut(String text, String clean) {
    for (int i = 0; kept != null && i < kept.length; i++) {
      Object argument = kept[i];
      if (argument != null && !stays(argument.toString(), text, clean)) {
        put(i, argument, WITHHELD);
      }
    }
  }

  private static boolean stays(String argument, String text, String clean) {
    if (argument.isEmpty()) {
      return true;
    }
    Occurrences occurrences = new Occurrences(argument);
    int left = occurrences.count(clean);
    int whole = occurrences.countWhole(text);
    return left > 0
        && (whole > 0 ? occurrences.countWhole(clean) >= whole : left >= occurrences.count(text));
  }
}
