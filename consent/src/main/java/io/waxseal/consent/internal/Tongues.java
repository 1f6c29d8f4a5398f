package io.waxseal.consent.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Languages as people read them: several tags name what one text serves. */
public final class Tongues {
  /**
   * Tags to the tag whose words serve. Malay reads Indonesian, Urdu in Latin letters Hindi in Latin letters. Croatian,
   * Bosnian and Montenegrin read each other; Serbian does in Latin letters only.
   */
  private static final Map<String, String> SERVED_BY = Map.ofEntries(
      Map.entry("no", "nb"),
      Map.entry("nn", "nb"),
      Map.entry("ms", "id"),
      Map.entry("zsm", "id"),
      Map.entry("ur", "hi-Latn"),
      Map.entry("tl", "fil"),
      Map.entry("cmn", "zh"),
      Map.entry("yue", "zh"),
      Map.entry("arb", "ar"),
      Map.entry("swh", "sw"),
      Map.entry("mo", "ro"),
      Map.entry("bs", "hr"),
      Map.entry("cnr", "hr"),
      Map.entry("sh", "hr"),
      Map.entry("sr-Latn", "hr"));

  private Tongues() {}

  /**
   * The language whose words serve a locale.
   *
   * @param locale any locale; its region does not matter
   * @return a locale without a region, with a script only where it matters
   */
  public static Locale of(Locale locale) {
    String language = locale.getLanguage();
    String written = locale.getScript().isEmpty() ? language : language + "-" + locale.getScript();
    String served = SERVED_BY.get(written);
    if (served == null) {
      served = SERVED_BY.getOrDefault(language, written.equals("hi-Latn") ? written : language);
    }
    return Locale.forLanguageTag(served);
  }

  /**
   * The text that serves a locale best.
   *
   * @param <T> the kind of text
   * @param texts texts by language tag
   * @param locale the language of the reader
   * @return the text of the same tag, else of the same language, else of the first tag in order that serves it; empty if
   *     none does
   */
  public static <T> Optional<T> text(Map<String, T> texts, Locale locale) {
    Locale tongue = of(locale);
    return Optional.ofNullable(texts.get(locale.toLanguageTag()))
        .or(() -> Optional.ofNullable(texts.get(tongue.toLanguageTag())))
        .or(() -> Optional.ofNullable(texts.get(locale.getLanguage())))
        .or(() -> new TreeMap<>(texts)
            .entrySet().stream()
                .filter(each -> of(Locale.forLanguageTag(each.getKey())).equals(tongue))
                .map(Map.Entry::getValue)
                .findFirst());
  }
}
