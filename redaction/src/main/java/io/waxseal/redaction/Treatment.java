package io.waxseal.redaction;

import io.waxseal.json.JsonObject;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.redaction.internal.label.Generalised;
import io.waxseal.redaction.internal.label.Mask;
import java.util.Objects;

/**
 * What becomes of a found value. Instances are immutable.
 *
 * <p>Each treatment leaves something that the standard detectors do not find again, so redacting twice is the same as
 * redacting once.
 */
public final class Treatment {

  private static final int SECRET_MASK_LENGTH = 8;
  private static final Treatment KEEP = new Treatment(Kind.KEEP, 0);
  private static final Treatment LABEL = new Treatment(Kind.LABEL, 0);
  private static final Treatment REMOVE = new Treatment(Kind.REMOVE, 0);
  private static final Treatment GENERALISE = new Treatment(Kind.GENERALISE, 0);
  private static final Treatment PSEUDONYM = new Treatment(Kind.PSEUDONYM, 0);
  private static final int MOST_DAYS = 3_650;

  private enum Kind {
    KEEP(""),
    LABEL(""),
    MASK("keepLast"),
    REMOVE(""),
    GENERALISE(""),
    PSEUDONYM(""),
    TOKEN("days");

    private final String setting;

    Kind(String setting) {
      this.setting = setting;
    }
  }

  private final Kind kind;
  private final int number;

  private Treatment(Kind kind, int number) {
    this.kind = kind;
    this.number = number;
  }

  /** The name of the number that a treatment of this name has; empty if it has none. */
  static String setting(String name) {
    for (Kind kind : Kind.values()) {
      if (PolicyJson.word(kind).equals(name)) {
        return kind.setting;
      }
    }
    return "";
  }

  /** The treatment of a name; the number counts only where it has one. */
  static Treatment of(String name, int number) {
    return switch (name) {
      case "keep" -> KEEP;
      case "label" -> LABEL;
      case "mask" -> mask(number);
      case "remove" -> REMOVE;
      case "generalise" -> GENERALISE;
      case "pseudonym" -> PSEUDONYM;
      case "token" -> token(number);
      default ->
        throw new IllegalArgumentException(
            "a treatment is one of keep, label, mask, remove, generalise, pseudonym, token");
    };
  }

  void write(JsonObject.Builder json) {
    json.put("treatment", PolicyJson.word(kind));
    if (!kind.setting.isEmpty()) {
      json.put(kind.setting, number);
    }
  }

  boolean isKeep() {
    return kind == Kind.KEEP;
  }

  boolean isToken() {
    return kind == Kind.TOKEN;
  }

  /** Whether it asks the vault, and with it the database. */
  boolean needsVault() {
    return kind == Kind.PSEUDONYM || kind == Kind.TOKEN;
  }

  /** {@return the treatment that leaves the value as it is} */
  public static Treatment keep() {
    return KEEP;
  }

  /** {@return the treatment that puts the type in place of the value, {@code [CREDIT_CARD]}} */
  public static Treatment label() {
    return LABEL;
  }

  /** {@return the treatment that leaves nothing in place of the value} */
  public static Treatment remove() {
    return REMOVE;
  }

  /**
   * Covers the value with bullets (U+2022), except its last characters.
   *
   * <p>Passwords, PINs, one-time codes and card verification values are covered whole, by eight bullets whatever their
   * length; so is every value of which less than half would be covered.
   *
   * @param keepLast how many characters stay readable, 0 to 4 (PCI DSS 3.4 allows a card's last four to be shown)
   * @return the treatment
   * @throws IllegalArgumentException if {@code keepLast} is below 0 or above 4
   */
  public static Treatment mask(int keepLast) {
    if (keepLast < 0 || keepLast > Mask.MOST_KEPT) {
      throw new IllegalArgumentException("A mask keeps 0 to 4 characters.");
    }
    return new Treatment(Kind.MASK, keepLast);
  }

  /**
   * Makes the value coarser: of a date of birth the year stays, {@code [DATE_OF_BIRTH:1979]}; of an IPv4 address the first
   * three bytes, {@code [IP:203.0.113.*]}; of coordinates one decimal, about ten kilometres, {@code [GEO:-33.9,151.2]}; of
   * a postal code the first two characters, {@code [POSTAL_CODE:SW*]}. Of every other value, and of one that is written
   * in a way not read here, nothing stays but the label.
   *
   * @return the treatment
   */
  public static Treatment generalise() {
    return GENERALISE;
  }

  /**
   * Puts a keyed pseudonym in place of the value, {@code [EMAIL:16 consonants]}: the same for the same value of one tenant
   * and type, however it is written, another for every other tenant, and not computable without the tenant's key.
   *
   * <p>It needs a vault and a tenant: a redactor that is joined to a WhatsApp, and a filter {@linkplain
   * RedactionFilter#of(io.waxseal.account.Tenant) of} a tenant or person. Where one is missing, the vault fails, or the
   * value is a password, a code or a key, the label stands there. Two values share a pseudonym with a chance of one in
   * 2<sup>56</sup>. Erasing a person does not change pseudonyms: they are personal data as long as the tenant's key lives.
   *
   * @return the treatment
   */
  public static Treatment pseudonym() {
    return PSEUDONYM;
  }

  /**
   * Puts a random token in place of the value, {@code [IBAN#18 consonants]}, and keeps the value sealed under its person,
   * for {@link Redactor#reveal}. It is gone when its time is over or its person is erased.
   *
   * <p>It needs a vault and a person: a redactor that is joined to a WhatsApp, and a filter {@linkplain
   * RedactionFilter#of(io.waxseal.person.Person) of} a person. Where one is missing, the vault fails, or the value is a
   * password, a code or a key, the label stands there. Each call makes tokens of its own; making one writes a row, in the
   * transaction of the thread if there is one.
   *
   * @param days how long it can be revealed, 1 to 3650 days
   * @return the treatment
   * @throws IllegalArgumentException if {@code days} is out of range
   */
  public static Treatment token(int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("a token lives 1 to " + MOST_DAYS + " days");
    }
    return new Treatment(Kind.TOKEN, days);
  }

  void apply(Finding finding, CharSequence text, StringBuilder out, Aliases aliases) {
    switch (kind) {
      case KEEP -> out.append(text, finding.start(), finding.end());
      case LABEL -> out.append(finding.type().label());
      case MASK -> mask(finding, text, out);
      case REMOVE -> {}
      case GENERALISE ->
        out.append(Generalised.of(finding.type(), value(finding, text))
            .orElseGet(() -> finding.type().label()));
      case PSEUDONYM ->
        out.append(aliases.pseudonym(finding.type(), value(finding, text).toString()));
      case TOKEN ->
        out.append(aliases.token(finding.type(), value(finding, text).toString(), number));
    }
  }

  private static CharSequence value(Finding finding, CharSequence text) {
    return text.subSequence(finding.start(), finding.end());
  }

  private void mask(Finding finding, CharSequence text, StringBuilder out) {
    EntityType type = finding.type();
    if (type.isSecret()) {
      out.append(String.valueOf(Mask.BULLET).repeat(SECRET_MASK_LENGTH));
      return;
    }
    int length = finding.end() - finding.start();
    int kept = number * 2 > length ? 0 : number;
    int tail = finding.end() - kept;
    if (kept > 0 && Character.isLowSurrogate(text.charAt(tail))) {
      tail++;
    }
    out.append(String.valueOf(Mask.BULLET).repeat(Math.max(2, tail - finding.start())));
    out.append(text, tail, finding.end());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Treatment treatment
        && kind == treatment.kind
        && number == treatment.number;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, number);
  }

  /** {@return the name of the treatment} */
  @Override
  public String toString() {
    return PolicyJson.word(kind) + (kind.setting.isEmpty() ? "" : "(" + number + ")");
  }
}
