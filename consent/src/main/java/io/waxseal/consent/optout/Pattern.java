package io.waxseal.consent.optout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A pattern over words. Each node answers with the set of places where it can end, so that no text makes it go back over
 * the same place: the work is at most the length of the text times the size of the pattern.
 */
sealed interface Pattern {
  /** The places after a match that begins at {@code start}; it may be shared and is not written to. */
  BitSet ends(List<String> words, int start);

  /** From where to where a pattern matches, the longest of the first. */
  record Span(int from, int to) {}

  /** The first place where the pattern matches at least one word. */
  default Optional<Span> find(List<String> words, int from) {
    for (int start = from; start < words.size(); start++) {
      BitSet ends = ends(words, start);
      if (ends.length() - 1 > start) {
        return Optional.of(new Span(start, ends.length() - 1));
      }
    }
    return Optional.empty();
  }

  /** No place. */
  BitSet NOWHERE = new BitSet();

  /** One place. */
  static BitSet at(int place) {
    BitSet set = new BitSet();
    set.set(place);
    return set;
  }

  /** One word, exactly. */
  record Word(String word) implements Pattern {
    @Override
    public BitSet ends(List<String> words, int start) {
      return start < words.size() && words.get(start).equals(word) ? at(start + 1) : NOWHERE;
    }
  }

  /** One word that begins with, ends with or contains letters. */
  record Part(String letters, boolean openBefore, boolean openAfter) implements Pattern {
    @Override
    public BitSet ends(List<String> words, int start) {
      return start < words.size() && matches(words.get(start)) ? at(start + 1) : NOWHERE;
    }

    private boolean matches(String word) {
      if (openBefore) {
        return openAfter ? word.contains(letters) : word.endsWith(letters);
      }
      return word.startsWith(letters);
    }
  }

  /** One word of digits, such as the short code of an SMS. */
  record Digits(int fewest) implements Pattern {
    @Override
    public BitSet ends(List<String> words, int start) {
      boolean digits = start < words.size()
          && words.get(start).length() >= fewest
          && words.get(start).chars().allMatch(Character::isDigit);
      return digits ? at(start + 1) : NOWHERE;
    }
  }

  /** Up to so many words, none of them a break. */
  record Gap(int most) implements Pattern {
    @Override
    public BitSet ends(List<String> words, int start) {
      int end = start;
      while (end < words.size() && end - start < most && !words.get(end).equals(Words.BREAK)) {
        end++;
      }
      BitSet ends = new BitSet();
      ends.set(start, end + 1);
      return ends;
    }
  }

  /** The begin or the end of the message. */
  record Edge(boolean begin) implements Pattern {
    @Override
    public BitSet ends(List<String> words, int start) {
      return start == (begin ? 0 : words.size()) ? at(start) : NOWHERE;
    }
  }

  /** Nothing, or the pattern. */
  record Maybe(Pattern pattern) implements Pattern {
    @Override
    public BitSet ends(List<String> words, int start) {
      BitSet ends = at(start);
      ends.or(pattern.ends(words, start));
      return ends;
    }
  }

  /** One after the other. */
  record Sequence(List<Pattern> parts) implements Pattern {
    @Override
    public BitSet ends(List<String> words, int start) {
      BitSet here = parts.get(0).ends(words, start);
      for (int i = 1; i < parts.size() && !here.isEmpty(); i++) {
        BitSet next = new BitSet();
        for (int place = here.nextSetBit(0); place >= 0; place = here.nextSetBit(place + 1)) {
          next.or(parts.get(i).ends(words, place));
        }
        here = next;
      }
      return here;
    }
  }

  /** One of several; what begins with a word is looked up by it. */
  record Choice(
      Set<String> words,
      Set<String> beginnings,
      Map<String, List<Pattern>> byFirst,
      List<Pattern> others)
      implements Pattern {
    static Choice of(List<Pattern> patterns) {
      Set<String> words = new HashSet<>();
      Set<String> beginnings = new HashSet<>();
      Map<String, List<Pattern>> byFirst = new HashMap<>();
      List<Pattern> others = new ArrayList<>();
      for (Pattern pattern : patterns) {
        if (pattern instanceof Word word) {
          words.add(word.word());
        } else if (pattern instanceof Part part && !part.openBefore()) {
          beginnings.add(part.letters());
        } else if (pattern instanceof Sequence sequence
            && sequence.parts().get(0) instanceof Word first) {
          byFirst.computeIfAbsent(first.word(), unused -> new ArrayList<>()).add(sequence);
        } else if (pattern instanceof Choice choice) {
          words.addAll(choice.words);
          beginnings.addAll(choice.beginnings);
          choice.byFirst.forEach((first, sequences) ->
              byFirst.computeIfAbsent(first, unused -> new ArrayList<>()).addAll(sequences));
          others.addAll(choice.others);
        } else {
          others.add(pattern);
        }
      }
      return new Choice(words, beginnings, byFirst, others);
    }

    @Override
    public BitSet ends(List<String> list, int start) {
      BitSet ends = start < list.size() && isOne(list.get(start)) ? at(start + 1) : NOWHERE;
      if (start < list.size()) {
        for (Pattern sequence : byFirst.getOrDefault(list.get(start), List.of())) {
          ends = both(ends, sequence.ends(list, start));
        }
      }
      for (Pattern other : others) {
        ends = both(ends, other.ends(list, start));
      }
      return ends;
    }

    private static BitSet both(BitSet one, BitSet other) {
      if (one.isEmpty() || other.isEmpty()) {
        return one.isEmpty() ? other : one;
      }
      BitSet both = new BitSet();
      both.or(one);
      both.or(other);
      return both;
    }

    private boolean isOne(String word) {
      return words.contains(word) || (!beginnings.isEmpty() && begins(word));
    }

    private boolean begins(String word) {
      for (int end = 1; end <= word.length(); end++) {
        if (beginnings.contains(word.substring(0, end))) {
          return true;
        }
      }
      return false;
    }
  }
}
