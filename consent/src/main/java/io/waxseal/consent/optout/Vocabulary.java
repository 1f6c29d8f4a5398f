package io.waxseal.consent.optout;

import java.util.ArrayList;
import java.util.List;

/** The words of a language that its patterns name, to tell in which language a message is written. */
final class Vocabulary {
  /** Endings and beginnings shorter than this say little. */
  private static final int TELLING = 3;

  private final List<Pattern> words = new ArrayList<>();
  private final boolean runs;

  private Vocabulary(boolean runs) {
    this.runs = runs;
  }

  /** Each word; each character of a script that writes no spaces. */
  static Pattern.Choice of(List<Pattern> patterns) {
    return collected(patterns, false);
  }

  /** Each word; of scripts that write no spaces what the patterns write in one run. */
  static Pattern.Choice inRuns(List<Pattern> patterns) {
    return collected(patterns, true);
  }

  private static Pattern.Choice collected(List<Pattern> patterns, boolean runs) {
    Vocabulary vocabulary = new Vocabulary(runs);
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
      collectParts(sequence.parts());
    } else if (pattern instanceof Pattern.Choice choice) {
      choice.words().forEach(word -> words.add(new Pattern.Word(word)));
      choice.beginnings().stream()
          .filter(letters -> letters.length() >= TELLING)
          .forEach(letters -> words.add(new Pattern.Part(letters, false, true)));
      choice.byFirst().values().forEach(sequences -> sequences.forEach(this::collect));
      choice.others().forEach(this::collect);
    }
  }

  private void collectParts(List<Pattern> parts) {
    int from = 0;
    while (from < parts.size()) {
      int to = from;
      while (runs && to < parts.size() && isCharacter(parts.get(to))) {
        to++;
      }
      if (to - from > 1) {
        words.add(new Pattern.Sequence(parts.subList(from, to)));
      } else {
        collect(parts.get(from));
        to = from + 1;
      }
      from = to;
    }
  }

  private static boolean isCharacter(Pattern pattern) {
    return pattern instanceof Pattern.Word word
        && Words.writesNoSpaces(word.word().codePointAt(0));
  }
}
