package io.waxseal.message;

import io.waxseal.internal.crypto.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What messages are for. The name is words of {@code a-z 0-9 -} joined by dots, such as {@code marketing.offers}, at most
 * 64 characters; a name contains those that begin with it and a dot. Immutable.
 *
 * <p>The first word of the name fixes what belongs to it: {@code marketing} has category MARKETING, {@code utility} and
 * {@code notice} UTILITY, {@code auth} AUTHENTICATION, {@code service} and {@code call} none. Other first words are free.
 */
public final class Purpose {
  /** An answer to somebody who wrote; what a text is for unless the host says otherwise. */
  public static final String REPLY = "service.reply";

  /** What is said in a group; what a text to a group is for unless the host says otherwise. */
  public static final String IN_GROUP = "group.message";

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
  private static final Pattern DECLARED = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
  private static final int LONGEST = 64;
  private static final int LONGEST_NOTICE = 16_384;
  private static final Map<String, Optional<Category>> FAMILIES = Map.of(
      "marketing", Optional.of(Category.MARKETING),
      "utility", Optional.of(Category.UTILITY),
      "notice", Optional.of(Category.UTILITY),
      "auth", Optional.of(Category.AUTHENTICATION),
      "service", Optional.empty(),
      "call", Optional.empty());

  private final String name;
  private final Optional<Category> category;
  private final Basis basis;
  private final int version;
  private final int materialSince;
  private final Map<String, String> notices;

  private Purpose(
      String name,
      Optional<Category> category,
      Basis basis,
      int version,
      int materialSince,
      Map<String, String> notices) {
    this.name = name;
    this.category = category;
    this.basis = basis;
    this.version = version;
    this.materialSince = materialSince;
    this.notices = Collections.unmodifiableMap(new TreeMap<>(notices));
  }

  /**
   * Whether a text names a purpose.
   *
   * @param name any text
   * @return whether it has the shape and the length of one
   */
  public static boolean isName(String name) {
    return name.length() <= LONGEST && SHAPE.matcher(name).matches();
  }

  /**
   * A purpose of messages that travel as templates of a category, in version 1 and without a notice.
   *
   * @param name two words or more, each beginning with a letter
   * @param category Meta's category
   * @param basis why it is lawful
   * @return the purpose
   * @throws IllegalArgumentException if the name has another shape, its first word has another category, the basis is the
   *     window, or a law is said to demand marketing
   */
  public static Purpose of(String name, Category category, Basis basis) {
    return checked(name, Optional.of(category), basis);
  }

  /**
   * A purpose without a category, for which no template can be sent: answers, and calls.
   *
   * @param name two words or more, each beginning with a letter
   * @param basis why it is lawful
   * @return the purpose
   * @throws IllegalArgumentException if the name has another shape, or its first word has a category
   */
  public static Purpose of(String name, Basis basis) {
    return checked(name, Optional.empty(), basis);
  }

  private static Purpose checked(String name, Optional<Category> category, Basis basis) {
    if (name.length() > LONGEST || !DECLARED.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a declared purpose is two words or more of a-z 0-9 - joined by dots, each beginning with a letter,"
              + " such as marketing.offers, at most 64 characters");
    }
    String family = name.substring(0, name.indexOf('.'));
    if (FAMILIES.containsKey(family) && !FAMILIES.get(family).equals(category)) {
      throw new IllegalArgumentException("a purpose under " + family + " has category "
          + FAMILIES.get(family).map(Category::name).orElse("none"));
    }
    if (basis == Basis.WINDOW && category.isPresent()) {
      throw new IllegalArgumentException("an answer in the window has no category");
    }
    if (category.equals(Optional.of(Category.MARKETING)) && basis != Basis.CONSENT) {
      throw new IllegalArgumentException("marketing needs the basis CONSENT");
    }
    return new Purpose(name, category, basis, 1, 0, Map.of());
  }

  /**
   * The purpose on another basis.
   *
   * @param other the basis
   * @return a copy
   * @throws IllegalArgumentException under the conditions of {@link #of(String, Category, Basis)}
   */
  public Purpose basis(Basis other) {
    Purpose checked = checked(name, category, other);
    return new Purpose(checked.name, category, other, version, materialSince, notices);
  }

  /**
   * The purpose in another version. Raise it whenever category, basis or a notice changes. Grants of older versions still
   * cover it, unless {@link #materialSince(int)} says otherwise.
   *
   * @param number 1 or more
   * @return a copy
   * @throws IllegalArgumentException if it is less than 1, or less than the version that is material
   */
  public Purpose version(int number) {
    if (number < 1 || number < materialSince) {
      throw new IllegalArgumentException(
          "a version is 1 or more, and not below the one that materialSince names");
    }
    return new Purpose(name, category, basis, number, materialSince, notices);
  }

  /**
   * The purpose with the last version that changed what persons agree to: a grant of an older version, or of none that is
   * known, no longer covers the purpose. Keep the number when later versions change wording only:
   *
   * <pre>{@code purpose.version(3).materialSince(2)}</pre>
   *
   * @param number the version, 1 or more, set by {@link #version(int)} before or below that
   * @return a copy
   * @throws IllegalArgumentException if it is less than 1 or above the version of the purpose
   */
  public Purpose materialSince(int number) {
    if (number < 1 || number > version) {
      throw new IllegalArgumentException(
          "the material version is 1 or more, and not above the version of the purpose; call version(…) first");
    }
    return new Purpose(name, category, basis, version, number, notices);
  }

  /**
   * The purpose with the text that persons read before they agree, in one more language.
   *
   * @param locale the language
   * @param text what they read, 1 to 16,384 characters
   * @return a copy
   * @throws IllegalArgumentException if the text is blank, longer or not valid Unicode, or the language had a text before
   */
  public Purpose notice(Locale locale, String text) {
    if (text.isBlank() || text.length() > LONGEST_NOTICE) {
      throw new IllegalArgumentException("a notice has 1 to " + LONGEST_NOTICE + " characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("a notice is valid Unicode");
    }
    Map<String, String> more = new TreeMap<>(notices);
    if (more.put(locale.toLanguageTag(), text) != null) {
      throw new IllegalArgumentException("the notice in this language was set before");
    }
    return new Purpose(name, category, basis, version, materialSince, more);
  }

  /** {@return the name, such as {@code marketing.offers}} */
  public String name() {
    return name;
  }

  /** {@return Meta's category; empty for answers and calls, for which no template can be sent} */
  public Optional<Category> category() {
    return category;
  }

  /** {@return why it is lawful} */
  public Basis basis() {
    return basis;
  }

  /** {@return the version, from 1} */
  public int version() {
    return version;
  }

  /** {@return the last version that changed what persons agree to; 0 if a grant of any version covers the purpose} */
  public int materialSince() {
    return materialSince;
  }

  /** {@return the notices by language tag, such as {@code pt-BR}} */
  public Map<String, String> notices() {
    return notices;
  }

  /**
   * The hash of a notice.
   *
   * @param locale its language
   * @return SHA-256 of its text in UTF-8, 32 bytes; empty if there is no notice in this language
   */
  public Optional<byte[]> noticeHash(Locale locale) {
    return Optional.ofNullable(notices.get(locale.toLanguageTag())).map(Purpose::hash);
  }

  /** {@return the hash of all notices with their languages, 32 bytes; it changes when any of them does} */
  public byte[] noticesHash() {
    List<byte[]> parts = new ArrayList<>();
    notices.forEach((tag, text) -> {
      parts.add((tag + "\0").getBytes(StandardCharsets.UTF_8));
      parts.add(hash(text));
    });
    return Digests.sha256(parts.toArray(byte[][]::new));
  }

  private static byte[] hash(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether a name contains this purpose: it is its own, or a parent of it by whole words.
   *
   * @param other a name, such as {@code marketing}
   * @return whether it does
   */
  public boolean isWithin(String other) {
    return name.equals(other) || name.startsWith(other + ".");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Purpose that
        && name.equals(that.name)
        && category.equals(that.category)
        && basis == that.basis
        && version == that.version
        && materialSince == that.materialSince
        && notices.equals(that.notices);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, version);
  }

  @Override
  public String toString() {
    return "Purpose[" + name + " v" + version + "]";
  }
}
