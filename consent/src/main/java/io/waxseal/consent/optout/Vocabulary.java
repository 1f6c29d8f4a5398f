package io.waxseal.consent.optout;

import java.util.ArrayList;
import java.util.List;

/** The words of a language that its patterns name, to tell in which language a message is written. */
final class Vocabulary {
  /** Endings and beginnings shorter than this say little. */
  private static final int TELLING = 3;

  private final List<Pattern> words = new ArrayList<>();

  private Vocabulary() {}

  static Pattern.Choice of(List<Pattern> patterns) {
    Vocabulary vocabulary = new Vocabulary();
    patterns.forEach(vocabulary::collect);
    return Pattern.Choice.of(vocabulary.words);
  }

  private void collect(Pattern pattern) {
    if (pattern instanceof Pattern.Word) {
      words.add(pattern);
    } else if (pattern instanceof Pattern.Part part) {
      if (part.letters().length() >= TELLING) {
        words.add(part);
      }
    } else if (pattern instanceof Pattern.Maybe maybe) {
      collect(maybe.pattern());
    } else if (pattern instanceof Pattern.Sequence sequence) {
      sequence.parts().forEach(this::collect);
    } else if (pattern instanceof Pattern.Choice choice) {
      choice.words().forEach(word -> words.add(new Pattern.Word(word)));
      choice.beginnings().stream()
          .filter(letters -> letters.length() >= TELLING)
          .forEach(letters -> words.add(new Pattern.Part(letters, false, true)));
      choice.byFirst().values().forEach(sequences -> sequences.forEach(this::collect));
      choice.others().forEach(this::collect);
    }
  }
}
