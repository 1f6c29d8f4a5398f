package io.waxseal.consent.optout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
  private final Locale locale;
  private final Map<String, List<Pattern>> sections = new LinkedHashMap<>();
  private final Map<String, String> facts = new LinkedHashMap<>();

  private final Pattern vocabulary;

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

  /** What the file says of itself: {@code provenance}, {@code reviewedBy}. */
  String fact(String name) {
    return facts.getOrDefault(name, "");
  }

  List<Pattern> section(String name) {
    return List.copyOf(sections.getOrDefault(name, List.of()));
  }
}
