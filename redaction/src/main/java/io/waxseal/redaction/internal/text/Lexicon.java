package io.waxseal.redaction.internal.text;

import java.util.Arrays;

/**
 * A trie of folded words and phrases, each with flags, a number or both. Immutable once filled; a look-up reads at most {@link #LONGEST}
 * characters, so asking at every word start of a text stays linear.
 */
public final class Lexicon {

  /** No phrase is longer, spaces and skipped marks included. */
  public static final int LONGEST = 40;

  /** A flag of every lexicon: letters may follow the word (inflection, possessive endings). */
  public static final int PREFIX = 1 << 30;

  private static final int NONE = 0;
  private static final int SEVERAL = -1;

  private long[] keys = new long[1 << 12];
  private int[] targets = new int[1 << 12];
  private int[] kinds = new int[1 << 11];
  private int[] numbers = new int[1 << 11];

  /** Most nodes lead to one other, which stands beside them; only of those that lead to several is the table asked. */
  private char[] onlyLetters = new char[1 << 11];

  private int[] children = new int[1 << 11];
  private int nodes = 1;
  private final FirstLetters beginnings = new FirstLetters();
  private final FirstLetters beginningsOfMarked = new FirstLetters();
  private final int marked;

  /** A lexicon that also knows how the words with one of the {@code marked} flags begin. */
  public Lexicon(int marked) {
    this.marked = marked;
  }

  /** Adds phrases separated by commas or line breaks; a closing {@code *} admits any ending. */
  public void add(int flag, String phrases) {
    for (String entry : phrases.split("[,\n]", -1)) {
      String phrase = entry.strip();
      if (phrase.endsWith("*")) {
        addOne(flag | PREFIX, phrase.substring(0, phrase.length() - 1));
      } else if (!phrase.isEmpty()) {
        addOne(flag, phrase);
      }
    }
  }

  /** Gives a phrase a number, from 1 to 65,535. */
  public void number(int number, String phrase) {
    String folded = Chars.folded(phrase);
    int node = path(folded);
    numbers[node] = number;
    beginnings.add(folded);
  }

  private int path(String folded) {
    int node = 0;
    for (int i = 0; i < folded.length(); i++) {
      node = nextOrNew(node, folded.charAt(i));
    }
    return node;
  }

  private void addOne(int flag, String phrase) {
    String folded = Chars.folded(phrase);
    int node = path(folded);
    kinds[node] |= flag;
    beginnings.add(folded);
    if ((flag & marked) != 0) {
      beginningsOfMarked.add(folded);
    }
  }

  private int nextOrNew(int node, char c) {
    int existing = next(node, c);
    if (existing >= 0) {
      return existing;
    }
    if (nodes * 2 > keys.length) {
      grow();
    }
    if (nodes == kinds.length) {
      kinds = Arrays.copyOf(kinds, nodes * 2);
      numbers = Arrays.copyOf(numbers, nodes * 2);
      onlyLetters = Arrays.copyOf(onlyLetters, nodes * 2);
      children = Arrays.copyOf(children, nodes * 2);
    }
    put(key(node, c), nodes);
    onlyLetters[node] = c;
    children[node] = children[node] == NONE ? nodes : SEVERAL;
    return nodes++;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = new long[oldKeys.length * 2];
    targets = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldTargets[i]);
      }
    }
  }

  private void put(long key, int target) {
    int slot = slot(key);
    while (keys[slot] != 0) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = key;
    targets[slot] = target;
  }

  private int next(int node, char c) {
    int child = children[node];
    if (child != SEVERAL) {
      return child != NONE && onlyLetters[node] == c ? child : -1;
    }
    long key = key(node, c);
    int slot = slot(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return targets[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return -1;
  }

  private static long key(int node, char c) {
    return ((long) node << 16) | c;
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & (keys.length - 1);
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
    int node = 0;
    long flagged = 0;
    long numbered = 0;
    int i = from;
    while (i < end) {
      char raw = text.charAt(i);
      char c = Chars.fold(raw);
      i++;
      if (c != 0) {
        node = next(node, c);
        if (node < 0) {
          break;
        }
        int kind = kinds[node];
        if ((kind | numbers[node]) != 0 && endsWord(text, i, raw, kind)) {
          flagged = kind != 0 ? (long) kind << 32 | (long) (i - from) << 24 : flagged;
          numbered = numbers[node] != 0 ? (long) (i - from) << 16 | numbers[node] : numbered;
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
}
