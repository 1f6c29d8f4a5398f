package io.waxseal.redaction.internal.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/**
 * A set of folded words and phrases, each with flags, a number or both. Immutable; a look-up reads at most {@link #LONGEST}
 * characters, so asking at every word start of a text stays linear.
 *
 * <p>A double-array trie: each node is a cell, and the cell of its child by a character stands at the node's base plus that
 * character. A cell names its character and its parent, so that a step is one read and one comparison.
 */
public final class Lexicon {

  /** No phrase is longer, spaces and skipped marks included. */
  public static final int LONGEST = 40;

  /** A flag of every lexicon: letters may follow the word (inflection, possessive endings). */
  public static final int PREFIX = 1 << 30;

  private static final int ROOT = 0;
  private static final int PARENT = 16;
  private static final int BASE = 36;
  private static final long ARRIVAL = (1L << BASE) - 1;
  private static final int BASE_MASK = (1 << 20) - 1;
  private static final long WORD = 1L << 62;

  private final long[] cells;
  private final int[] kinds;
  private final char[] numbers;
  private final FirstLetters beginnings = new FirstLetters();
  private final FirstLetters beginningsOfMarked = new FirstLetters();

  private Lexicon(Builder builder) {
    String[] words = builder.entries.keySet().toArray(String[]::new);
    cells = new long[size(words)];
    kinds = new int[cells.length];
    numbers = new char[cells.length];
    lay(words, builder.entries.values().toArray(Entry[]::new));
    builder.entries.forEach((word, entry) -> {
      beginnings.add(word);
      if ((entry.flags & builder.marked) != 0) {
        beginningsOfMarked.add(word);
      }
    });
  }

  /** A power of two that leaves a third of the cells free. */
  private static int size(String[] words) {
    int nodes = 1;
    String previous = "";
    for (String word : words) {
      int shared = 0;
      while (shared < Math.min(word.length(), previous.length())
          && word.charAt(shared) == previous.charAt(shared)) {
        shared++;
      }
      nodes += word.length() - shared;
      previous = word;
    }
    return Integer.highestOneBit(Math.max(nodes + nodes / 2, 64) - 1) * 2;
  }

  private static final class Entry {
    private int flags;
    private int number;
  }

  /** The words from one index up to another, alike in their first letters, below a cell. */
  private record Branch(int from, int to, int depth, int cell) {}

  private void lay(String[] words, Entry[] entries) {
    cells[ROOT] = WORD;
    int free = 1;
    Deque<Branch> branches = new ArrayDeque<>();
    branches.add(new Branch(0, words.length, 0, ROOT));
    while (!branches.isEmpty()) {
      Branch branch = branches.remove();
      int from = branch.from();
      if (from < branch.to() && words[from].length() == branch.depth()) {
        kinds[branch.cell()] = entries[from].flags;
        numbers[branch.cell()] = (char) entries[from].number;
        from++;
        cells[branch.cell()] |= WORD;
      }
      if (from == branch.to()) {
        continue;
      }
      while (cells[free] != 0) {
        free = next(free);
      }
      int base = base(words, from, branch, free);
      cells[branch.cell()] |= (long) base << BASE;
      while (from < branch.to()) {
        char letter = words[from].charAt(branch.depth());
        int to = endOf(words, from, branch);
        int cell = base + letter & cells.length - 1;
        cells[cell] = (long) branch.cell() << PARENT | letter;
        branches.add(new Branch(from, to, branch.depth() + 1, cell));
        from = to;
      }
    }
  }

  /** The first base from a free cell on at which all letters that follow have free cells. */
  private int base(String[] words, int from, Branch branch, int free) {
    for (int cell = free; ; cell = next(cell)) {
      int base = cell - words[from].charAt(branch.depth()) & cells.length - 1;
      boolean fits = true;
      for (int i = from; i < branch.to() && fits; i = endOf(words, i, branch)) {
        fits = cells[base + words[i].charAt(branch.depth()) & cells.length - 1] == 0;
      }
      if (fits) {
        return base;
      }
    }
  }

  private int next(int cell) {
    return cell + 1 & cells.length - 1;
  }

  private static int endOf(String[] words, int from, Branch branch) {
    char letter = words[from].charAt(branch.depth());
    int end = from;
    while (end < branch.to() && words[end].charAt(branch.depth()) == letter) {
      end++;
    }
    return end;
  }

  /** Whether a word with a marked flag may begin with two ASCII characters. */
  public boolean mayBeginMarked(char first, char second) {
    return beginningsOfMarked.admit(first, second);
  }

  /** Whether a word with a marked flag may begin at {@code i}. */
  public boolean mayBeginMarked(Text text, int i) {
    return beginningsOfMarked.admit(text, i);
  }

  /**
   * The longest phrases that begin at {@code from} and end at a word boundary: the longest with flags, and the longest with
   * a number.
   *
   * @return what {@link #flags}, {@link #flagsLength}, {@link #number} and {@link #numberLength} take apart; 0 when there
   *     is none
   */
  public long longest(Text text, int from, int limit) {
    return from < limit && beginnings.admit(text, from) ? walk(text, from, limit) : 0;
  }

  private long walk(Text text, int from, int limit) {
    int end = Math.min(limit, from + LONGEST);
    int cell = ROOT;
    long node = cells[ROOT];
    long flagged = 0;
    long numbered = 0;
    int i = from;
    while (i < end) {
      char raw = text.charAt(i);
      char c = Chars.fold(raw);
      i++;
      if (c != 0) {
        int child = (int) (node >>> BASE & BASE_MASK) + c & cells.length - 1;
        node = cells[child];
        if ((node & ARRIVAL) != ((long) cell << PARENT | c)) {
          break;
        }
        cell = child;
        if ((node & WORD) != 0 && endsWord(text, i, raw, kinds[cell])) {
          int kind = kinds[cell];
          flagged = kind != 0 ? (long) kind << 32 | (long) (i - from) << 24 : flagged;
          numbered = numbers[cell] != 0 ? (long) (i - from) << 16 | numbers[cell] : numbered;
        }
      }
    }
    return flagged | numbered;
  }

  private static boolean endsWord(Text text, int i, char last, int flags) {
    if (i >= text.length() || (flags & PREFIX) != 0 || Chars.isUnspaced(last)) {
      return true;
    }
    char next = text.charAt(i);
    return !Chars.isLetter(next) || Chars.isUnspaced(next);
  }

  public static int flags(long match) {
    return (int) (match >>> 32);
  }

  public static int flagsLength(long match) {
    return (int) (match >>> 24) & 0xFF;
  }

  public static int number(long match) {
    return (int) match & 0xFFFF;
  }

  public static int numberLength(long match) {
    return (int) (match >>> 16) & 0xFF;
  }

  /** Takes words, in any order. */
  public static final class Builder {

    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final int marked;

    /** For a lexicon that also knows how the words with one of the {@code marked} flags begin. */
    public Builder(int marked) {
      this.marked = marked;
    }

    /** Adds phrases separated by commas or line breaks; a closing {@code *} admits any ending. */
    public void add(int flag, String phrases) {
      for (String listed : phrases.split("[,\n]", -1)) {
        String phrase = listed.strip();
        if (phrase.endsWith("*")) {
          entry(phrase.substring(0, phrase.length() - 1)).flags |= flag | PREFIX;
        } else if (!phrase.isEmpty()) {
          entry(phrase).flags |= flag;
        }
      }
    }

    /** Gives a phrase a number, from 1 to 65,535. */
    public void number(int number, String phrase) {
      entry(phrase).number = number;
    }

    private Entry entry(String phrase) {
      return entries.computeIfAbsent(Chars.folded(phrase), folded -> new Entry());
    }

    /** {@return the lexicon of the words added so far} */
    public Lexicon build() {
      return new Lexicon(this);
    }
  }
}
