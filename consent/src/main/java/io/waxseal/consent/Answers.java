package io.waxseal.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.consent.internal.Tongues;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The answers to stops, in the customer's language: a confirmation of a clear one, a question about a doubtful one. */
final class Answers {
  private record Texts(String keep, String all, String promotions, String question) {}

  private static final int COLUMNS = 5;
  private static final Map<String, Texts> BY_LANGUAGE = load();

  private final Optional<String> hosts;

  private Answers(Optional<String> hosts) {
    this.hosts = hosts;
  }

  /** Ours, in the customer's language. */
  static Answers standard() {
    return new Answers(Optional.empty());
  }

  /** The same, but each stop is confirmed with the host's words. */
  Answers confirming(String words) {
    return new Answers(Optional.of(words));
  }

  private static Map<String, Texts> load() {
    Map<String, Texts> texts = new LinkedHashMap<>();
    try (InputStream in = Answers.class.getResourceAsStream("answers.txt")) {
      String file = new String(Objects.requireNonNull(in, "answers.txt").readAllBytes(), UTF_8);
      for (String line : file.lines().filter(each -> !each.startsWith("#")).toList()) {
        String[] columns = line.split(" \\| ", COLUMNS);
        texts.put(columns[0], new Texts(columns[1], columns[2], columns[3], columns[4]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the answers cannot be read", e);
    }
    return Map.copyOf(texts);
  }

  String confirmation(Optional<Locale> language, boolean everything) {
    Texts texts = of(language);
    return hosts.orElse(everything ? texts.all() : texts.promotions());
  }

  String question(Optional<Locale> language) {
    return of(language).question();
  }

  private static Texts of(Optional<Locale> language) {
    Texts english = Objects.requireNonNull(BY_LANGUAGE.get("en"));
    return language.flatMap(locale -> Tongues.text(BY_LANGUAGE, locale)).orElse(english);
  }

  /** All that may be sent to somebody who has stopped. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    hosts.ifPresent(all::add);
    BY_LANGUAGE.values().forEach(texts -> {
      all.add(texts.question());
      if (hosts.isEmpty()) {
        all.add(texts.all());
        all.add(texts.promotions());
      }
    });
    return all;
  }

  /** Whether a customer answered the question with the word that keeps promotions, in any language. */
  static boolean keeps(String text) {
    String bare = bare(text);
    Set<String> words = new HashSet<>();
    BY_LANGUAGE.values().forEach(texts -> words.add(bare(texts.keep())));
    return words.contains(bare);
  }

  /** Letters, digits and the marks that make words of them, in lower case. */
  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Answers::isPartOfAWord)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static boolean isPartOfAWord(int point) {
    int type = Character.getType(point);
    boolean mark = type == Character.COMBINING_SPACING_MARK || type == Character.NON_SPACING_MARK;
    // the selectors of emoji are marks too
    boolean selector = point == 0xfe0e || point == 0xfe0f;
    return Character.isLetterOrDigit(point) || (mark && !selector);
  }
}
