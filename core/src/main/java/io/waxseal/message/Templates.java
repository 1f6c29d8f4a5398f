package io.waxseal.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the host knows of its templates: the category Meta gave each, and the word its text offers for stopping. A template
 * that is not declared counts as MARKETING. Immutable; each method that adds returns a copy:
 *
 * <pre>{@code Templates.of().utility("order_update").marketing("spring_offer").advertises("spring_offer", "STOP")}</pre>
 */
public final class Templates {
  private static final String ANY = "";
  private static final int LONGEST_WORD = 64;

  /**
   * Which template.
   *
   * @param name its name
   * @param language its language; empty for all
   */
  private record Key(String name, String language) {}

  private final Map<Key, Category> categories;
  private final Map<String, String> words;

  private Templates(Map<Key, Category> categories, Map<String, String> words) {
    this.categories = Collections.unmodifiableMap(categories);
    this.words = Collections.unmodifiableMap(words);
  }

  /** {@return no template} */
  public static Templates of() {
    return new Templates(Map.of(), Map.of());
  }

  /**
   * A template of category MARKETING, in all languages.
   *
   * @param name its name
   * @return a copy
   * @throws IllegalArgumentException if the name has another shape, or another category was declared
   */
  public Templates marketing(String name) {
    return declare(name, ANY, Category.MARKETING);
  }

  /**
   * A template of category MARKETING, in one language.
   *
   * @param name its name
   * @param language its language, such as {@code pt_BR}
   * @return a copy
   * @throws IllegalArgumentException if name or language has another shape, or another category was declared
   */
  public Templates marketing(String name, String language) {
    return declare(name, TemplateMessage.language(language), Category.MARKETING);
  }

  /**
   * A template of category UTILITY, in all languages.
   *
   * @param name its name
   * @return a copy
   * @throws IllegalArgumentException if the name has another shape, or another category was declared
   */
  public Templates utility(String name) {
    return declare(name, ANY, Category.UTILITY);
  }

  /**
   * A template of category UTILITY, in one language.
   *
   * @param name its name
   * @param language its language, such as {@code pt_BR}
   * @return a copy
   * @throws IllegalArgumentException if name or language has another shape, or another category was declared
   */
  public Templates utility(String name, String language) {
    return declare(name, TemplateMessage.language(language), Category.UTILITY);
  }

  /**
   * A template of category AUTHENTICATION, in all languages.
   *
   * @param name its name
   * @return a copy
   * @throws IllegalArgumentException if the name has another shape, or another category was declared
   */
  public Templates authentication(String name) {
    return declare(name, ANY, Category.AUTHENTICATION);
  }

  /**
   * A template of category AUTHENTICATION, in one language.
   *
   * @param name its name
   * @param language its language, such as {@code pt_BR}
   * @return a copy
   * @throws IllegalArgumentException if name or language has another shape, or another category was declared
   */
  public Templates authentication(String name, String language) {
    return declare(name, TemplateMessage.language(language), Category.AUTHENTICATION);
  }

  private Templates declare(String name, String language, Category category) {
    Map<Key, Category> all = new LinkedHashMap<>(categories);
    Category before = all.put(new Key(TemplateMessage.name(name), language), category);
    if (before != null && before != category) {
      throw new IllegalArgumentException("a template was declared with another category before");
    }
    return new Templates(all, words);
  }

  /**
   * The word that a template offers its readers for stopping, as in "Reply STOP to opt out". Whoever answers with it wants
   * to stop, even if it means something else in general.
   *
   * @param name the template's name
   * @param word the word, 1 to 64 characters
   * @return a copy
   * @throws IllegalArgumentException if the name has another shape, the word is blank or longer, or another was declared
   */
  public Templates advertises(String name, String word) {
    if (word.isBlank() || word.length() > LONGEST_WORD) {
      throw new IllegalArgumentException("a stop word has 1 to " + LONGEST_WORD + " characters");
    }
    Map<String, String> all = new LinkedHashMap<>(words);
    String before = all.put(TemplateMessage.name(name), word);
    if (before != null && !before.equals(word)) {
      throw new IllegalArgumentException("a template was declared with another stop word before");
    }
    return new Templates(categories, all);
  }

  /**
   * The declared category of a template.
   *
   * @param name its name
   * @param language its language
   * @return what was declared for the language, else for all languages; empty if nothing was
   */
  public Optional<Category> category(String name, String language) {
    return Optional.ofNullable(categories.get(new Key(name, language)))
        .or(() -> Optional.ofNullable(categories.get(new Key(name, ANY))));
  }

  /**
   * The word a template offers for stopping.
   *
   * @param name its name
   * @return the word, if one was declared
   */
  public Optional<String> advertised(String name) {
    return Optional.ofNullable(words.get(name));
  }

  /** {@return every word that a template offers for stopping} */
  public Set<String> advertised() {
    return Set.copyOf(words.values());
  }

  @Override
  public String toString() {
    return "Templates[" + categories.size() + "]";
  }
}
