package io.waxseal.person;

import java.util.Optional;

/**
 * Where a person is reached: a phone number or one of Meta's user ids. Personal data: {@code toString} shows the kind
 * only. A WhatsApp id ({@code wa_id}) is a phone number here; usernames are no contact points, since they change hands.
 */
public sealed interface ContactPoint extends Recipient {
  /** {@return the value as it travels: digits of a phone number, or Meta's id} */
  String value();

  /** {@return the name of the blind index for this kind: {@code phone}, {@code bsuid} or {@code parent_bsuid}} */
  String field();

  /** {@return the one form that all spellings of this point share; what is indexed} */
  default String canonical() {
    return value();
  }

  /**
   * A phone number in international form.
   *
   * @param number country code and number, 7 to 15 digits, with or without {@code +}, spaces, hyphens, dots or
   *     parentheses
   * @return the point
   * @throws IllegalArgumentException if {@code number} has another shape; a business-scoped user id is refused here,
   *     because Meta accepts one in {@code to} and never delivers
   */
  static ContactPoint phone(String number) {
    return Phone.parse(number);
  }

  /**
   * A business-scoped user id (BSUID), such as {@code US.13491208655302741918}.
   *
   * @param id 1 to 150 visible characters, kept exactly
   * @return the point
   * @throws IllegalArgumentException if {@code id} has another shape, or is a phone number
   */
  static ContactPoint bsuid(String id) {
    return new Bsuid(id);
  }

  /**
   * A parent business-scoped user id, shared by linked portfolios.
   *
   * @param id 1 to 150 visible characters, kept exactly
   * @return the point
   * @throws IllegalArgumentException if {@code id} has another shape, or is a phone number
   */
  static ContactPoint parentBsuid(String id) {
    return new ParentBsuid(id);
  }

  /**
   * The point of a {@code wa_id} in a webhook.
   *
   * @param waId what Meta sent
   * @return the point; empty if it is not a phone number, such as a group's id
   */
  static Optional<ContactPoint> ofWaId(String waId) {
    return Phone.fits(waId) ? Optional.of(new Phone(waId)) : Optional.empty();
  }

  /**
   * A point read back from a store.
   *
   * @param field what {@link #field} said
   * @param value what {@link #value} said
   * @return the point
   * @throws IllegalArgumentException if the two make no point
   */
  static ContactPoint restore(String field, String value) {
    return switch (field) {
      case Phone.FIELD -> new Phone(value);
      case Bsuid.FIELD -> new Bsuid(value);
      case ParentBsuid.FIELD -> new ParentBsuid(value);
      default ->
        throw new IllegalArgumentException("a contact point is a phone, bsuid or parent_bsuid");
    };
  }

  /**
   * A phone number, or a {@code wa_id}.
   *
   * @param value 5 to 20 digits, country code first
   */
  record Phone(String value) implements ContactPoint {
    private static final String FIELD = "phone";
    private static final int SHORTEST_WIRE = 5;
    private static final int LONGEST_WIRE = 20;
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;

    /**
     * Checks the digits.
     *
     * @param value 5 to 20 digits, country code first
     * @throws IllegalArgumentException if {@code value} has another shape
     */
    public Phone {
      if (!fits(value)) {
        throw new IllegalArgumentException(
            "a phone number is written as digits, country code first");
      }
    }

    private static boolean fits(String value) {
      int length = value.length();
      return length >= SHORTEST_WIRE
          && length <= LONGEST_WIRE
          && value.charAt(0) != '0'
          && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Phone parse(String number) {
      StringBuilder digits = new StringBuilder();
      String bare = number.startsWith("+") ? number.substring(1) : number;
      for (int i = 0; i < bare.length(); i++) {
        char c = bare.charAt(i);
        if (c >= '0' && c <= '9') {
          digits.append(c);
        } else if (" -().\u00a0".indexOf(c) < 0) {
          throw new IllegalArgumentException(
              "a phone number holds digits and separators only; use ContactPoint.bsuid for a user id");
        }
      }
      if (digits.length() < SHORTEST || digits.length() > LONGEST) {
        throw new IllegalArgumentException(
            "a phone number has 7 to 15 digits, country code first (E.164), such as +4915112345678");
      }
      return new Phone(digits.toString());
    }

    @Override
    public String field() {
      return FIELD;
    }

    /**
     * Brazil, Argentina and Mexico write a digit into mobile numbers that {@code wa_id} has or lacks at Meta's choice;
     * without it both spellings are one number.
     */
    @Override
    public String canonical() {
      int length = value.length();
      if (value.startsWith("55")
          && length == 13
          && value.charAt(4) == '9'
          && value.charAt(5) >= '6') {
        return value.substring(0, 4) + value.substring(5);
      }
      if ((value.startsWith("549") || value.startsWith("521")) && length == 13) {
        return value.substring(0, 2) + value.substring(3);
      }
      return value;
    }

    @Override
    public String toString() {
      return "Phone[***]";
    }
  }

  /**
   * A business-scoped user id.
   *
   * @param value Meta's id, opaque and case-sensitive
   */
  record Bsuid(String value) implements ContactPoint {
    private static final String FIELD = "bsuid";

    /**
     * Checks the shape.
     *
     * @param value Meta's id, opaque and case-sensitive
     * @throws IllegalArgumentException if {@code value} has another shape
     */
    public Bsuid {
      UserIds.check(value);
    }

    @Override
    public String field() {
      return FIELD;
    }

    @Override
    public String toString() {
      return "Bsuid[***]";
    }
  }

  /**
   * A parent business-scoped user id.
   *
   * @param value Meta's id, opaque and case-sensitive
   */
  record ParentBsuid(String value) implements ContactPoint {
    private static final String FIELD = "parent_bsuid";

    /**
     * Checks the shape.
     *
     * @param value Meta's id, opaque and case-sensitive
     * @throws IllegalArgumentException if {@code value} has another shape
     */
    public ParentBsuid {
      UserIds.check(value);
    }

    @Override
    public String field() {
      return FIELD;
    }

    @Override
    public String toString() {
      return "ParentBsuid[***]";
    }
  }
}
