package io.waxseal.redaction;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.find.Phones;
import io.waxseal.redaction.internal.label.Generalised;
import io.waxseal.redaction.internal.text.Chars;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Names of JSON members that say what their value is where the value alone does not: numbers, names and places in Meta's
 * webhooks, messages and Flow answers, and in what hosts commonly write. The value must look like it, too.
 */
final class PersonalKeys {

  private static final EntityType ADDRESS = new EntityType("ADDRESS");
  private static final EntityType BIRTH = new EntityType("DATE_OF_BIRTH");
  private static final EntityType BSUID = new EntityType("BSUID");
  private static final EntityType GEO = new EntityType("GEO");
  private static final EntityType PERSON = new EntityType("PERSON");
  private static final EntityType POSTAL_CODE = new EntityType("POSTAL_CODE");
  private static final EntityType USERNAME = new EntityType("USERNAME");
  private static final int LONGEST_PHONE = 15;
  private static final int LONGEST_POSTAL_CODE = 12;

  /** A type, the names that stand for it, and what its values look like. */
  private record Kind(EntityType type, Set<String> names, Predicate<String> fits) {}

  private static final List<Kind> KINDS = List.of(
      new Kind(
          EntityType.PHONE,
          Set.of(
              "wa id",
              "from",
              "to",
              "recipient id",
              "recipient participant id",
              "participant recipient id",
              "display phone number",
              "phone",
              "phone number",
              "mobile",
              "mobile number",
              "contact number",
              "whatsapp number",
              "msisdn",
              "tel",
              "telephone"),
          PersonalKeys::isPhone),
      new Kind(
          PERSON,
          Set.of(
              "formatted name",
              "first name",
              "middle name",
              "last name",
              "full name",
              "given name",
              "family name",
              "maiden name",
              "profile name",
              "customer name",
              "contact name",
              "surname",
              "firstname",
              "lastname",
              "fullname"),
          PersonalKeys::hasLetter),
      new Kind(
          ADDRESS,
          Set.of(
              "street",
              "street address",
              "street name",
              "formatted address",
              "postal address",
              "home address",
              "billing address",
              "shipping address",
              "delivery address",
              "address line",
              "landmark area",
              "building name"),
          PersonalKeys::hasLetter),
      new Kind(USERNAME, Set.of("username"), PersonalKeys::hasLetter),
      new Kind(
          BSUID,
          Set.of(
              "user id",
              "parent user id",
              "from user id",
              "from parent user id",
              "to user id",
              "recipient user id",
              "parent recipient user id",
              "recipient parent user id",
              "recipient participant user id",
              "recipient participant parent user id"),
          PersonalKeys::isUserId),
      new Kind(ADDRESS, Set.of("address"), PersonalKeys::isSeveralWords),
      new Kind(
          BIRTH,
          Set.of("birthday", "birthdate", "birth date", "date of birth", "dob"),
          value -> digits(value) >= 2),
      new Kind(
          POSTAL_CODE,
          Set.of("zip", "zip code", "postal code", "postcode", "in pin code"),
          PersonalKeys::isPostalCode),
      new Kind(
          GEO, Set.of("latitude", "longitude", "lat", "lng", "lon"), PersonalKeys::isCoordinate));

  /** Members that say so only together with the member around them. */
  private static final Map<String, EntityType> INSIDE = Map.of(
      "profile name", PERSON,
      "location name", ADDRESS,
      "location address", ADDRESS,
      "values name", PERSON,
      "threads id", EntityType.PHONE);

  private PersonalKeys() {}

  static Optional<EntityType> typeOf(String around, String key, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String name = String.join(" ", SensitiveKeys.words(key));
    for (Kind kind : KINDS) {
      if (kind.names().contains(name) && kind.fits().test(value)) {
        return Optional.of(kind.type());
      }
    }
    return Optional.ofNullable(INSIDE.get(around + " " + name))
        .filter(type -> type.equals(EntityType.PHONE) ? isPhone(value) : hasLetter(value));
  }

  static List<EntityType> types() {
    return KINDS.stream().map(Kind::type).toList();
  }

  private static boolean isPhone(String value) {
    int digits = digits(value);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isDigit(c)
          && !Chars.isSpace(c)
          && !Chars.isInvisible(c)
          && "+-.()/".indexOf(c) < 0) {
        return false;
      }
    }
    return digits >= Phones.SHORTEST_NATIONAL && digits <= LONGEST_PHONE;
  }

  /** A country, a full stop and more, as WhatsApp writes it. */
  private static boolean isUserId(String value) {
    return value.length() > 3
        && Chars.isUpper(value.charAt(0))
        && Chars.isUpper(value.charAt(1))
        && value.charAt(2) == '.';
  }

  private static boolean isPostalCode(String value) {
    return digits(value) > 0 && value.length() <= LONGEST_POSTAL_CODE;
  }

  private static boolean isCoordinate(String value) {
    return Generalised.of(GEO, value).isPresent();
  }

  private static boolean isSeveralWords(String value) {
    return hasLetter(value) && value.strip().indexOf(' ') > 0 && value.indexOf('@') < 0;
  }

  private static boolean hasLetter(String value) {
    return value.codePoints().anyMatch(Character::isLetter);
  }

  private static int digits(String value) {
    return (int) value.chars().filter(Character::isDigit).count();
  }
}
