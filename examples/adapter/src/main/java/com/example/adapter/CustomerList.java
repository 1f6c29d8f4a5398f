package com.example.adapter;

import io.waxseal.redaction.detect.Detector;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the names and postal addresses of this host's own customers, from a file that its customer system writes: one entry
 * a line, type, tab, value, such as {@code PERSON<tab>María José García} or {@code ADDRESS<tab>12 Quay Street}. Compares
 * word by word, without case, accents and punctuation; a name is found with its last word in front too. Immutable and
 * thread-safe; read the file again and compose anew when customers come and go.
 *
 * <p>Not found: names in scripts that put no space between words, and customers under a part of their name, since a list of
 * first names would hide half of every text. The redactor itself finds the parts of the name of whoever writes.
 */
public final class CustomerList implements Detector {
  private static final int LONGEST_WORD = 64;
  private static final int MOST_WORDS = 16;

  private final Node root = new Node();

  /** The words that may follow, and what ends here. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private EntityType type;
  }

  private record Word(String folded, int start, int end) {}

  private CustomerList() {}

  /**
   * Reads a list.
   *
   * @param file lines of type, tab and value, in UTF-8; empty ones are passed over
   * @return the detector
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if a line has another form or more than 16 words; the message names its number alone
   */
  public static CustomerList read(Path file) throws IOException {
    CustomerList list = new CustomerList();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank() && !list.add(line)) {
        throw new IllegalArgumentException(
            "line " + number + " is not a type, a tab and 1 to " + MOST_WORDS + " words");
      }
    }
    return list;
  }

  private boolean add(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      return false;
    }
    EntityType type = new EntityType(line.substring(0, tab));
    List<String> words = new ArrayList<>();
    for (Word word : words(line.substring(tab + 1))) {
      words.add(word.folded());
    }
    if (words.isEmpty() || words.size() > MOST_WORDS || words.contains("")) {
      return false;
    }
    put(words, type);
    if (type.name().equals("PERSON")) {
      Collections.rotate(words, 1);
      put(words, type);
    }
    return true;
  }

  private void put(List<String> words, EntityType type) {
    Node node = root;
    for (String word : words) {
      node = node.next.computeIfAbsent(word, w -> new Node());
    }
    node.type = type;
  }

  @Override
  public void detect(CharSequence text, Consumer<Finding> found) {
    List<Word> words = words(text);
    int at = 0;
    while (at < words.size()) {
      at = longest(words, at, found);
    }
  }

  /** Reports the longest entry that begins with a word, and returns the word to go on with. */
  private int longest(List<Word> words, int from, Consumer<Finding> found) {
    Node node = root;
    EntityType type = null;
    int end = from;
    for (int i = from; i < words.size(); i++) {
      node = node.next.get(words.get(i).folded());
      if (node == null) {
        break;
      }
      if (node.type != null) {
        type = node.type;
        end = i + 1;
      }
    }
    if (type == null) {
      return from + 1;
    }
    int start = words.get(from).start();
    found.accept(new Finding(type, start, words.get(end - 1).end(), 0.9, "host.customers"));
    return end;
  }

  /** The words of a text, each character read once; a word too long for any name is folded to nothing. */
  private static List<Word> words(CharSequence source) {
    String text = source.toString();
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); ) {
      int c = i < text.length() ? text.codePointAt(i) : ' ';
      if (isPartOfAWord(c)) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        String folded = i - start > LONGEST_WORD ? "" : fold(text.substring(start, i));
        words.add(new Word(folded, start, i));
        start = -1;
      }
      i += Character.charCount(c);
    }
    return words;
  }

  private static boolean isPartOfAWord(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static String fold(String word) {
    StringBuilder folded = new StringBuilder();
    Normalizer.normalize(word, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /** {@return nothing of the list} */
  @Override
  public String toString() {
    return "CustomerList";
  }
}
