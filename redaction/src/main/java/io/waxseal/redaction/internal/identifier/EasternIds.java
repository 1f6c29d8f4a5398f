package io.waxseal.redaction.internal.identifier;

import static io.waxseal.redaction.internal.identifier.Digits.at;
import static io.waxseal.redaction.internal.identifier.Digits.complement10;
import static io.waxseal.redaction.internal.identifier.Digits.complement11;
import static io.waxseal.redaction.internal.identifier.Digits.isShortDate;
import static io.waxseal.redaction.internal.identifier.Digits.luhn;
import static io.waxseal.redaction.internal.identifier.Digits.mod11And10;
import static io.waxseal.redaction.internal.identifier.Digits.number;
import static io.waxseal.redaction.internal.identifier.Digits.two;
import static io.waxseal.redaction.internal.identifier.Digits.weighted;
import static io.waxseal.redaction.internal.identifier.Digits.weightedFrom;

import java.util.Map;

/** Check digits of Central, Eastern and Southern European numbers, Turkey included. */
final class EasternIds {

  private EasternIds() {}

  static void addTo(Map<String, Check> checks) {
    checks.put("pesel", EasternIds::pesel);
    checks.put(
        "plnip",
        v -> weighted(v, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == at(v, 9) && !Digits.allEqual(v));
    checks.put("regon", EasternIds::regon);
    checks.put("rc", EasternIds::birthNumber);
    checks.put("cnp", EasternIds::cnp);
    checks.put("rocif", EasternIds::romanianVat);
    checks.put("egn", EasternIds::egn);
    checks.put(
        "hutin",
        v -> v.charAt(0) == '8' && weighted(v, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11 == at(v, 9));
    checks.put("hunum", v -> weighted(v, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0);
    checks.put("amka", v -> isShortDate(v, 4, 2, 0) && luhn(v));
    checks.put(
        "afm",
        v -> number(v, 0, 9) > 0
            && weighted(v, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == at(v, 8));
    checks.put("baltic", EasternIds::baltic);
    checks.put("latvian", EasternIds::latvian);
    checks.put("oib", v -> mod11And10(v, 0, 11));
    checks.put(
        "emso",
        v -> Digits.isDayOfMonth(two(v, 2), two(v, 0))
            && complement11(weighted(v, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 10 == at(v, 12));
    checks.put(
        "edb",
        v -> complement11(weighted(v, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 10 == at(v, 12));
    checks.put(
        "snils",
        v -> number(v, 0, 9) > 1_001_998
            && weighted(v, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100 == two(v, 9));
    checks.put("inn", EasternIds::inn);
    checks.put("edrpou", EasternIds::edrpou);
    checks.put("rntrc", v -> weightedMinusFirst(v) == at(v, 9));
    checks.put("tckn", EasternIds::tckn);
    checks.put("vkn", EasternIds::vkn);
  }

  private static boolean pesel(String v) {
    int month = two(v, 2) % 20;
    return Digits.isDayOfMonth(month, two(v, 4))
        && complement10(weighted(v, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3)) == at(v, 10);
  }

  private static boolean regon(String v) {
    boolean short9 = weighted(v, 8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10 == at(v, 8);
    return short9
        && number(v, 0, 9) > 0
        && (v.length() == 9
            || weighted(v, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8) % 11 % 10 == at(v, 13));
  }

  /** Czech and Slovak: nine digits until 1953, then ten that eleven divides (or, until 1985, leave ten). */
  private static boolean birthNumber(String v) {
    int month = two(v, 2) % 50;
    month = month > 20 ? month - 20 : month;
    int year = two(v, 0);
    if (v.length() == 9) {
      return year <= 53 && Digits.isDate(1900 + year, month, two(v, 4));
    }
    int century = year >= 54 ? 1900 : 2000;
    return Digits.isDate(century + year, month, two(v, 4)) && number(v, 0, 9) % 11 % 10 == at(v, 9);
  }

  private static boolean cnp(String v) {
    int county = two(v, 7);
    int rest = weighted(v, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
    return v.charAt(0) != '0'
        && isShortDate(v, 1, 3, 5)
        && county > 0
        && county <= 52
        && (rest == 10 ? 1 : rest) == at(v, 12);
  }

  private static boolean romanianVat(String v) {
    if (v.length() == 13) {
      return cnp(v);
    }
    String ten = "0".repeat(10 - v.length()) + v;
    return weighted(ten, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == at(ten, 9);
  }

  private static boolean egn(String v) {
    int month = two(v, 2) % 20;
    return Digits.isDayOfMonth(month, two(v, 4))
        && weighted(v, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == at(v, 9);
  }

  private static boolean baltic(String v) {
    int first = weighted(v, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
    int check = first < 10 ? first : weighted(v, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
    int century = 1800 + (at(v, 0) - 1) / 2 * 100;
    boolean born =
        at(v, 0) >= 1 && at(v, 0) <= 8 && Digits.isDate(century + two(v, 1), two(v, 3), two(v, 5));
    return born && check == at(v, 10);
  }

  /** Persons' numbers carry a date or begin with 32; companies' begin with 4 or more. */
  private static boolean latvian(String v) {
    if (v.charAt(0) > '3') {
      return weighted(v, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
    }
    boolean dated = v.startsWith("32") || isShortDate(v, 4, 2, 0);
    return dated && (1 + weighted(v, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == at(v, 10);
  }

  private static boolean inn(String v) {
    if (number(v, 0, v.length()) == 0) {
      return false;
    }
    if (v.length() == 10) {
      return weighted(v, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == at(v, 9);
    }
    return weighted(v, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == at(v, 10)
        && weighted(v, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == at(v, 11);
  }

  private static boolean edrpou(String v) {
    boolean middle = v.charAt(0) >= '3' && v.charAt(0) <= '5';
    int sum = middle ? weighted(v, 7, 1, 2, 3, 4, 5, 6) : weighted(v, 1, 2, 3, 4, 5, 6, 7);
    if (sum % 11 == 10) {
      sum = middle ? weighted(v, 9, 3, 4, 5, 6, 7, 8) : weighted(v, 3, 4, 5, 6, 7, 8, 9);
    }
    return sum % 11 % 10 == at(v, 7);
  }

  private static int weightedMinusFirst(String v) {
    return Math.floorMod(weighted(v, -1, 5, 7, 9, 4, 6, 10, 5, 7), 11) % 10;
  }

  private static boolean tckn(String v) {
    int odd = at(v, 0) + at(v, 2) + at(v, 4) + at(v, 6) + at(v, 8);
    int even = at(v, 1) + at(v, 3) + at(v, 5) + at(v, 7);
    return v.charAt(0) != '0'
        && Math.floorMod(odd * 7 - even, 10) == at(v, 9)
        && (odd + even + at(v, 9)) % 10 == at(v, 10);
  }

  private static boolean vkn(String v) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int step = (at(v, i) + 9 - i) % 10;
      if (step > 0) {
        int power = step * (1 << (9 - i)) % 9;
        sum += power == 0 ? 9 : power;
      }
    }
    return complement10(sum) == at(v, 9) && weightedFrom(v, 0, 1, 1, 1) > 0;
  }
}
