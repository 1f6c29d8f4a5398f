package io.waxseal.redaction.internal.identifier;

import static io.waxseal.redaction.internal.identifier.Digits.two;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Structures that belong to no country: dates, account numbers, passports. */
public final class GenericChecks {

  private static final String LENGTHS =
      "AD24 AE23 AL28 AO25 AT20 AZ28 BA20 BE16 BF28 BG22 BH22 BI27 BJ28 BR29 BY28 CF27 CG27 CH21 CI28 CM27 CR22 CV25 CY28 CZ24 DE22 DJ27 DK18 DO28 DZ26 EE20 EG29 ES24"
          + " FI18 FK18 FO18 FR27 GA27 GB22 GE22 GI23 GL18 GQ27 GR27 GT28 GW25 HN28 HR21 HU28 IE22 IL23 IQ23 IR26 IS26 IT27 JO30 KM27 KW30 KZ20 LB28"
          + " LC32 LI21 LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 MG27 MK19 ML28 MN20 MR27 MT31 MU30 MZ25 NE28 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25"
          + " QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TD27 TG28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";
  private static final Map<String, Integer> IBAN_LENGTHS = ibanLengths();
  private static final Set<Integer> THIRTY = Set.of(4, 6, 9, 11);

  private GenericChecks() {}

  static void addTo(Map<String, Check> checks) {
    checks.put("birthdate", GenericChecks::birthDate);
    checks.put("expiry", GenericChecks::expiry);
    checks.put("iban", GenericChecks::iban);
    checks.put("mac", GenericChecks::mac);
    checks.put("passport", GenericChecks::passport);
    checks.put("btc", Wallets::isBitcoin);
  }

  private static Map<String, Integer> ibanLengths() {
    Map<String, Integer> lengths = new HashMap<>();
    for (String entry : LENGTHS.split(" ", -1)) {
      lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
    }
    return Map.copyOf(lengths);
  }

  /** ISO 13616: length by country, ISO 7064 mod 97-10. */
  private static boolean iban(String v) {
    Integer length = IBAN_LENGTHS.get(v.substring(0, 2));
    if (length == null || length != v.length()) {
      return false;
    }
    int rest = 0;
    for (int i = 0; i < v.length(); i++) {
      int value = Digits.base36(v.charAt((i + 4) % v.length()));
      rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest == 1;
  }

  /** Four to eight digits in any usual order, with a day, a month and a year that someone can have been born in. */
  private static boolean birthDate(String v) {
    return (v.length() >= 6 && isYear(v, 0) && isMonthAndDay(v.substring(4)))
        || (v.length() >= 6 && isYear(v, v.length() - 4) && isDayAndMonth(v, 4))
        || (v.length() <= 6 && isDayAndMonth(v, 2))
        || (v.length() == 6 && isDay(two(v, 2), two(v, 4)));
  }

  private static boolean isMonthAndDay(String v) {
    return switch (v.length()) {
      case 4 -> isDay(two(v, 0), two(v, 2));
      case 3 -> isDay(Digits.at(v, 0), two(v, 1)) || isDay(two(v, 0), Digits.at(v, 2));
      default -> Digits.at(v, 0) > 0 && Digits.at(v, 1) > 0;
    };
  }

  private static boolean isDayAndMonth(String v, int yearDigits) {
    String front = v.substring(0, v.length() - yearDigits);
    return switch (front.length()) {
      case 4 -> isDay(two(front, 0), two(front, 2)) || isDay(two(front, 2), two(front, 0));
      case 3 ->
        isMonthAndDay(front)
            || isDay(two(front, 1), Digits.at(front, 0))
            || isDay(Digits.at(front, 2), two(front, 0));
      default -> isMonthAndDay(front);
    };
  }

  /** A year in which someone now alive can have been born, also as Iran and Thailand count. */
  public static boolean isYear(int year) {
    return (year >= 1900 && year <= 2030)
        || (year >= 1300 && year <= 1410)
        || (year >= 2443 && year <= 2573);
  }

  private static boolean isYear(String v, int from) {
    return isYear((int) Digits.number(v, from, from + 4));
  }

  private static boolean isDay(int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= (THIRTY.contains(month) ? 30 : month == 2 ? 29 : 31);
  }

  private static boolean expiry(String v) {
    int yearAt = v.length() % 2 == 1 ? 1 : 2;
    int month = yearAt == 1 ? Digits.at(v, 0) : two(v, 0);
    boolean year = v.length() < 6 ? isExpiryYear(two(v, yearAt)) : v.startsWith("20", yearAt);
    return month >= 1 && month <= 12 && year;
  }

  /** Whether a card may end in a year of two digits: less is the month of a date, more the minute of an hour. */
  public static boolean isExpiryYear(int year) {
    return year >= 20 && year <= 49;
  }

  /** Hexadecimal digits of which at least one is a letter: six numbers may be anything. */
  private static boolean mac(String v) {
    return v.chars().allMatch(c -> c <= 'F') && v.chars().anyMatch(c -> c >= 'A');
  }

  private static boolean passport(String v) {
    int digits = 0;
    for (int i = 0; i < v.length(); i++) {
      digits += v.charAt(i) <= '9' ? 1 : 0;
    }
    return digits >= 4;
  }
}
