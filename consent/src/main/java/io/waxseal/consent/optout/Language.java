package io.waxseal.consent.optout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The words of one language, from its resource file: lines {@code section = pattern; pattern}, of which sections may
 * repeat and a section can be used by later ones as {@code {section}}.
 */
final class Language {
  /** The sections whose words make up a refusal. */
  private static final List<String> REFUSAL = List.of(
      "filler", "small", "promo", "msgs", "about", "how", "stop", "usual", "refuse", "refuseAfter");

  private static final List<String> DOUBT = List.of("doubt", "doubtful", "maybe");

  private final Locale locale;
  private final Map<String, List<Pattern>> sections = new LinkedHashMap<>();
  private final Map<String, String> facts = new LinkedHashMap<>();

  private final Pattern vocabulary;
  private final Pattern.Choice refusal;
  private final Pattern doubt;

  private Language(String tag, String file) {
    locale = Locale.forLanguageTag(tag);
    PatternParser parser = new PatternParser(name -> {
      List<Pattern> patterns = sections.get(name);
      if (patterns == null) {
        throw new IllegalArgumentException("no section " + name + " before it is used, in " + tag);
      }
      return Pattern.Choice.of(patterns);
    });
    for (String line : file.lines().toList()) {
      int equals = line.indexOf('=');
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String name = line.substring(0, equals).strip();
      String value = line.substring(equals + 1).strip();
      if (name.equals("provenance") || name.equals("reviewedBy")) {
        facts.put(name, value);
        continue;
      }
      List<Pattern> section = sections.computeIfAbsent(name, unused -> new ArrayList<>());
      for (String pattern : PatternParser.split(value, ';')) {
        if (!pattern.isBlank()) {
          section.add(parser.parse(pattern.strip()));
        }
      }
    }
    vocabulary = Vocabulary.of(sections.values().stream().flatMap(List::stream).toList());
    refusal = Vocabulary.inRuns(sections(REFUSAL));
    doubt = Pattern.Choice.of(List.of(refusal, Vocabulary.inRuns(sections(DOUBT))));
  }

  /** Reads a file that belongs to this module. */
  static Language load(String tag) {
    try (InputStream in = Language.class.getResourceAsStream(tag + ".words")) {
      return new Language(
          tag, new String(Objects.requireNonNull(in, tag + ".words").readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the words of " + tag + " cannot be read", e);
    }
  }

  Locale locale() {
    return locale;
  }

  /** How many words of a message this language knows. */
  int known(List<String> words) {
    int known = 0;
    for (String word : words) {
      known += vocabulary.ends(List.of(word), 0).isEmpty() ? 0 : 1;
    }
    return known;
  }

  /**
   * How many words of a message no refusal of this language has. Two characters of a script that writes no spaces are a
   * word.
   */
  int strangeToRefusal(List<String> words) {
    return strange(words, refusal);
  }

  /** The same with the words of doubts too. */
  int strangeToDoubt(List<String> words) {
    return strange(words, doubt);
  }

  private static int strange(List<String> words, Pattern known) {
    BitSet covered = new BitSet();
    int characters = 0;
    int strange = 0;
    for (int place = 0; place < words.size(); place++) {
      int end = known.ends(words, place).length() - 1;
      if (end > place) {
        covered.set(place, end);
      }
      if (!covered.get(place)) {
        boolean character = Words.writesNoSpaces(words.get(place).codePointAt(0));
        characters += character ? 1 : 0;
        strange += character ? 0 : 1;
      }
    }
    return strange + characters / 2;
  }

  /** The word of a refusal that a misspelt one was meant to be; the word itself if this language knows it or none is near. */
  String mended(String word) {
    return vocabulary.ends(List.of(word), 0).isEmpty()
        ? Typos.meant(word, refusal.words()).orElse(word)
        : word;
  }

  /** What the file says of itself: {@code provenance}, {@code reviewedBy}. */
  String fact(String name) {
    return facts.getOrDefault(name, "");
  }

  private List<Pattern> sections(List<String> names) {
    return names.stream().flatMap(name -> section(name).stream()).toList();
  }

  List<Pattern> section(String name) {
    return List.copyOf(sections.getOrDefault(name, List.of()));
  }
}
