package io.waxseal.consent.optout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads patterns: words; {@code word*}, {@code *word}, {@code *word*}; {@code {class}}; {@code (a|b c)}; {@code ..} for up
 * to four and {@code ...} for up to ten words; {@code ^} and {@code $} for the ends of the message; {@code ?} after a part
 * that may be absent.
 */
final class PatternParser {
  private static final int SHORT_GAP = 4;
  private static final int LONG_GAP = 10;

  private final Function<String, Pattern> classes;

  PatternParser(Function<String, Pattern> classes) {
    this.classes = classes;
  }

  Pattern parse(String source) {
    List<Pattern> parts = new ArrayList<>();
    for (String element : split(source, ' ')) {
      if (!element.isBlank()) {
        parts.add(element(element.strip()));
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("an empty pattern");
    }
    return parts.size() == 1 ? parts.get(0) : new Pattern.Sequence(flat(parts));
  }

  private static List<Pattern> flat(List<Pattern> parts) {
    List<Pattern> flat = new ArrayList<>();
    for (Pattern part : parts) {
      if (part instanceof Pattern.Sequence sequence) {
        flat.addAll(sequence.parts());
      } else {
        flat.add(part);
      }
    }
    return List.copyOf(flat);
  }

  private Pattern element(String element) {
    if (element.endsWith("?")) {
      return new Pattern.Maybe(element(element.substring(0, element.length() - 1)));
    }
    String inner = element.substring(1, Math.max(1, element.length() - 1));
    return switch (element.charAt(0)) {
      case '{' -> classes.apply(inner);
      case '(' -> Pattern.Choice.of(split(inner, '|').stream().map(this::parse).toList());
      case '^' -> new Pattern.Edge(true);
      case '$' -> new Pattern.Edge(false);
      case '.' -> new Pattern.Gap(element.equals("..") ? SHORT_GAP : LONG_GAP);
      case ',' -> new Pattern.Word(Words.BREAK);
      default -> word(element);
    };
  }

  private static Pattern word(String element) {
    boolean before = element.startsWith("*");
    boolean after = element.endsWith("*");
    List<Pattern> words = new ArrayList<>();
    for (String word : Words.of(element.replace("*", "")).unbroken()) {
      words.add(before || after ? new Pattern.Part(word, before, after) : new Pattern.Word(word));
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a pattern without words: " + element);
    }
    return words.size() == 1 ? words.get(0) : new Pattern.Sequence(words);
  }

  /** Splits at a character outside parentheses. */
  static List<String> split(String source, char at) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == at && depth == 0) {
        parts.add(source.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(source.substring(from));
    if (depth != 0) {
      throw new IllegalArgumentException("parentheses do not match: " + source);
    }
    return parts;
  }
}
