package io.waxseal.redaction.internal.identifier;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import java.util.BitSet;
import java.util.List;

/**
 * What is known of one kind of number: its forms, its check, how much they prove by themselves, and the words that
 * announce it.
 *
 * @param type the entity type
 * @param country ISO 3166 code, or {@code *}
 * @param forms the ways to write it
 * @param check structure and check digits
 * @param score confidence by structure alone; 0 for kinds that are judged by value and not looked for
 * @param words indexes of the announcing words
 * @param spelledForms the forms as the table has them
 * @param whyByWord the name of the rule where a word announces it
 * @param whyByForm the name of the rule where its form alone shows it
 */
public record Identifier(
    EntityType type,
    String country,
    List<Form> forms,
    Check check,
    double score,
    BitSet words,
    String spelledForms,
    String whyByWord,
    String whyByForm) {

  private static final double ALONE = 0.6;
  private static final double GROUPED = 0.4;

  /** Whether it counts only beside a word that announces it. */
  public boolean needsWord() {
    return score < GROUPED;
  }

  public String mode() {
    return score == 0 ? "value" : needsWord() ? "word" : score < ALONE ? "grouping" : "alone";
  }

  public boolean passes(Form form, String compact) {
    return check.test(compact.substring(form.prefix()));
  }

  /**
   * Whether a value, with any separators, is of this kind. Where all ways to group it agree on the places of separators,
   * others may not stand at other places.
   */
  public boolean admits(String value) {
    StringBuilder compact = new StringBuilder();
    StringBuilder kinds = new StringBuilder();
    BitSet cuts = new BitSet();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Chars.isAsciiDigit(c) || Chars.isAsciiLetter(c)) {
        compact.append(type.name().startsWith("CRYPTO_") ? c : Character.toUpperCase(c));
      } else if (Chars.separator(c) != 0) {
        cuts.set(compact.length());
        kinds.append(c == ')' ? "" : String.valueOf(Chars.separator(c)));
      } else {
        return false;
      }
    }
    cuts.clear(0);
    cuts.clear(compact.length());
    boolean oneKind = kinds.chars().distinct().count() <= 1;
    String plain = compact.toString();
    return admits(plain, cuts, oneKind)
        || (plain.length() > 2
            && plain.startsWith(country)
            && admits(plain.substring(2), new BitSet(), true));
  }

  private boolean admits(String compact, BitSet cuts, boolean oneKind) {
    if (compact.isEmpty() || compact.length() > Form.LONGEST) {
      return false;
    }
    long letters = 0;
    for (int i = 0; i < compact.length(); i++) {
      letters |= compact.charAt(i) > '9' ? 1L << i : 0;
    }
    long mask = letters;
    char[] characters = compact.toCharArray();
    List<Form> fitting = forms.stream()
        .filter(form -> form.length() == compact.length() && form.fits(mask, characters, 0))
        .toList();
    return !fitting.isEmpty()
        && separatedAsUsual(fitting, cuts, oneKind)
        && passes(fitting.get(0), compact);
  }

  private static boolean separatedAsUsual(List<Form> fitting, BitSet cuts, boolean oneKind) {
    List<Form> grouped = fitting.stream().filter(Form::isGrouped).toList();
    if (grouped.isEmpty() || !grouped.stream().allMatch(grouped.get(0)::sameBoundaries)) {
      return true;
    }
    return (oneKind || !grouped.stream().allMatch(Form::isUniform))
        && cuts.stream().allMatch(grouped.get(0)::admitsBoundary);
  }
}
