package io.waxseal.person;

import io.waxseal.internal.phone.WrittenNumber;
import java.util.List;
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
   * <p>Behind {@code +} a number may have spaces of any kind, hyphens, dots, parentheses and invisible marks, and decimal
   * digits of any script. A trunk prefix behind the country code, as in {@code +44 (0)7700 900123}, is dropped where the
   * numbering plan of the country has one; Italy's 0 is part of the number and stays. Without {@code +} only the bare digits 0
   * to 9 are taken, country code first, as in a {@code wa_id}: a number as a country writes it at home could be read as that of
   * a stranger elsewhere. Letters and extensions are refused.
   *
   * <p>The number must have a length that its country has; whether it is assigned is not known here. Behind an unknown country
   * code any length of E.164 is taken, 7 to 15 digits in all.
   *
   * @param number such as {@code +44 7700 900123} or {@code 447700900123}
   * @return the point
   * @throws IllegalArgumentException if {@code number} has another shape; the message says which rule broke and holds no digit
   *     of the number. A business-scoped user id is refused here, because Meta accepts one in {@code to} and never delivers
   * @see #phone(String, String)
   */
  static ContactPoint phone(String number) {
    return new Phone(WrittenNumber.international(number));
  }

  /**
   * A phone number as its country writes it, with or without the trunk prefix, such as {@code (650) 555-1234} in the United
   * States or {@code 07700 900123} in Britain. Separators and digits are those of {@link #phone(String)}. Argentina's mobile
   * numbers may have the 15 that is dialled at home. Carriers' codes and numbers without their area code are refused.
   *
   * @param country the country, two letters of ISO 3166-1 such as {@code US}, in either case
   * @param number the number without {@code +} and country code
   * @return the point
   * @throws IllegalArgumentException if the country has no numbering plan, or {@code number} another shape or a length that the
   *     country does not have; the message holds no digit of the number
   */
  static ContactPoint phone(String country, String number) {
    return new Phone(WrittenNumber.national(country, number));
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
   * The point of a {@code wa_id} in a webhook. Meta's word is taken as it comes: no numbering plan is asked.
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

    /**
     * The spellings by which Meta may know this number. Meta decides by itself whether a mobile number of Argentina has a 9
     * behind the country code, one of Brazil a 9 behind the area code, and one of Mexico a 1 behind the country code. All
     * spellings of a number have the same {@link #canonical canonical form}, so a stop counts for each. When Meta refuses a
     * number with error 131030 or 131026, the host may try the next spelling.
     *
     * @return this number first; another one only in these three countries
     */
    public List<Phone> spellings() {
      String other = otherSpelling();
      return other.isEmpty() ? List.of(this) : List.of(this, new Phone(other));
    }

    private String otherSpelling() {
      String canonical = canonical();
      if (!canonical.equals(value)) {
        return canonical;
      }
      if (value.length() != 12) {
        return "";
      }
      return switch (value.substring(0, 2)) {
        case "54" -> "549" + value.substring(2);
        case "52" -> "521" + value.substring(2);
        case "55" -> value.charAt(4) >= '6' ? value.substring(0, 4) + "9" + value.substring(4) : "";
        default -> "";
      };
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
