package io.waxseal.redaction.internal.identifier;

import static io.waxseal.redaction.internal.identifier.Digits.at;
import static io.waxseal.redaction.internal.identifier.Digits.base36;
import static io.waxseal.redaction.internal.identifier.Digits.complement10;
import static io.waxseal.redaction.internal.identifier.Digits.complement11;
import static io.waxseal.redaction.internal.identifier.Digits.isShortDate;
import static io.waxseal.redaction.internal.identifier.Digits.luhn;
import static io.waxseal.redaction.internal.identifier.Digits.number;
import static io.waxseal.redaction.internal.identifier.Digits.oneOf;
import static io.waxseal.redaction.internal.identifier.Digits.two;
import static io.waxseal.redaction.internal.identifier.Digits.weighted;
import static io.waxseal.redaction.internal.identifier.Digits.weightedFrom;

import java.util.Map;

/** Check digits of South, South-East and East Asian numbers and those of Oceania. */
final class AsianIds {

  private static final String USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String UEN = "ABCDEFGHJKLMNPQRSTUVWX0123456789";

  private AsianIds() {}

  static void addTo(Map<String, Check> checks) {
    checks.put("aadhaar", AsianIds::aadhaar);
    checks.put("pan", v -> oneOf("ABCFGHJLPTK", v.charAt(3)) && number(v, 5, 9) > 0);
    checks.put("gstin", AsianIds::gstin);
    checks.put("inpassport", v -> !oneOf("QXZ", v.charAt(0)) && v.charAt(1) != '0');
    checks.put("cnic", v -> v.charAt(0) >= '1' && v.charAt(0) <= '7');
    checks.put("nik", AsianIds::nik);
    checks.put("npwp", v -> v.length() == 16 || luhn(v, 0, 9));
    checks.put("mykad", AsianIds::mykad);
    checks.put("nric", AsianIds::nric);
    checks.put("uen", AsianIds::uen);
    checks.put("thai", v -> v.charAt(0) != '0' && thai(v));
    checks.put("thaitin", AsianIds::thai);
    checks.put("cccd", v -> number(v, 0, 3) > 0 && number(v, 0, 3) <= 96);
    checks.put("mst", v -> 10 - weighted(v, 31, 29, 23, 19, 17, 13, 7, 5, 3) % 11 == at(v, 9));
    checks.put("ric", AsianIds::ric);
    checks.put("uscc", AsianIds::uscc);
    checks.put("hkid", AsianIds::hkid);
    checks.put("twid", AsianIds::twid);
    checks.put("ubn", AsianIds::ubn);
    checks.put(
        "mynumber",
        v -> complement11(weighted(v, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 10 == at(v, 11));
    checks.put(
        "jpcn", v -> 9 - weightedFrom(v, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1) % 9 == at(v, 0));
    checks.put("rrn", AsianIds::rrn);
    checks.put("krbrn", AsianIds::krbrn);
    checks.put("tfn", AsianIds::tfn);
    checks.put(
        "medicare",
        v -> v.charAt(0) >= '2'
            && v.charAt(0) <= '6'
            && weighted(v, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == at(v, 8));
    checks.put(
        "abn",
        v -> v.charAt(0) != '0'
            && (weighted(v, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0);
    checks.put("acn", v -> complement10(weighted(v, 8, 7, 6, 5, 4, 3, 2, 1)) == at(v, 8));
    checks.put("ird", AsianIds::ird);
  }

  private static boolean aadhaar(String v) {
    return v.charAt(0) > '1'
        && Digits.verhoeff(v)
        && !new StringBuilder(v).reverse().toString().equals(v);
  }

  private static boolean gstin(String v) {
    int sum = 0;
    for (int i = 0; i < 14; i++) {
      int product = base36(v.charAt(i)) * (i % 2 == 0 ? 1 : 2);
      sum += product / 36 + product % 36;
    }
    int state = two(v, 0);
    return state > 0
        && (state <= 38 || state >= 96)
        && oneOf("ABCFGHJLPTK", v.charAt(5))
        && v.charAt(12) != '0'
        && (36 - sum % 36) % 36 == base36(v.charAt(14));
  }

  /** Province, regency, district, then the birth date, to whose day 40 is added for women. */
  private static boolean nik(String v) {
    int province = two(v, 0);
    return province >= 11
        && province <= 96
        && two(v, 2) > 0
        && two(v, 4) > 0
        && Digits.isDayOfMonth(two(v, 8), two(v, 6) % 40)
        && number(v, 12, 16) > 0;
  }

  private static boolean mykad(String v) {
    int place = two(v, 6);
    boolean known = place > 0
        && place != 17
        && place != 18
        && place != 19
        && place != 20
        && place != 69
        && place != 70
        && place != 73
        && place != 80
        && place != 81
        && (place < 94 || place > 97);
    return known && isShortDate(v, 0, 2, 4);
  }

  private static boolean nric(String v) {
    int sum = weightedFrom(v, 1, 2, 7, 6, 5, 4, 3, 2);
    return switch (v.charAt(0)) {
      case 'S' -> "JZIHGFEDCBA".charAt(sum % 11) == v.charAt(8);
      case 'T' -> "JZIHGFEDCBA".charAt((sum + 4) % 11) == v.charAt(8);
      case 'F' -> "XWUTRQPNMLK".charAt(sum % 11) == v.charAt(8);
      case 'G' -> "XWUTRQPNMLK".charAt((sum + 4) % 11) == v.charAt(8);
      case 'M' -> "XWUTRQPNJLK".charAt((sum + 3) % 11) == v.charAt(8);
      default -> false;
    };
  }

  private static boolean uen(String v) {
    if (v.length() == 9) {
      return "XMKECAWLJDB".charAt(weighted(v, 10, 4, 9, 3, 8, 2, 7, 1) % 11) == v.charAt(8);
    }
    if (v.charAt(0) <= '9') {
      return "ZKCMDNERGWH".charAt(weighted(v, 10, 8, 6, 4, 9, 7, 5, 3, 1) % 11) == v.charAt(9);
    }
    int[] weights = {4, 3, 5, 3, 10, 2, 2, 5, 7};
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += UEN.indexOf(v.charAt(i)) * weights[i];
    }
    return oneOf("RST", v.charAt(0)) && UEN.charAt(Math.floorMod(sum - 5, 11)) == v.charAt(9);
  }

  /** Companies' numbers begin with zero, persons' do not. */
  private static boolean thai(String v) {
    return (11 - weighted(v, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == at(v, 12);
  }

  private static boolean ric(String v) {
    int sum = weighted(v, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    int year = (int) number(v, 6, 10);
    return v.charAt(0) != '0'
        && year >= 1880
        && year < 2100
        && Digits.isDate(year, two(v, 10), two(v, 12))
        && "10X98765432".charAt(sum % 11) == v.charAt(17);
  }

  private static boolean uscc(String v) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      int value = USCC.indexOf(v.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return USCC.charAt((31 - sum % 31) % 31) == v.charAt(17);
  }

  private static boolean hkid(String v) {
    boolean oneLetter = v.charAt(1) <= '9';
    int sum = oneLetter ? 36 * 9 : base36(v.charAt(0)) * 9;
    String rest = oneLetter ? v : v.substring(1);
    sum += base36(rest.charAt(0)) * 8;
    sum += weightedFrom(rest, 1, 7, 6, 5, 4, 3, 2);
    return "0123456789A".charAt(complement11(sum)) == rest.charAt(7);
  }

  private static boolean twid(String v) {
    int letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(v.charAt(0)) + 10;
    int sum = letter / 10 + letter % 10 * 9 + weightedFrom(v, 1, 8, 7, 6, 5, 4, 3, 2, 1, 1);
    return oneOf("1289", v.charAt(1)) && sum % 10 == 0;
  }

  private static boolean ubn(String v) {
    int[] weights = {1, 2, 1, 2, 1, 2, 4, 1};
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int product = at(v, i) * weights[i];
      sum += product / 10 + product % 10;
    }
    return sum % 5 == 0 || (v.charAt(6) == '7' && (sum + 1) % 5 == 0);
  }

  /** Numbers issued since October 2020 end in random digits, so a wrong check digit counts only before. */
  private static boolean rrn(String v) {
    int year = two(v, 0);
    boolean since2020 = oneOf("3478", v.charAt(6)) && year >= 20;
    int sum = weighted(v, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5);
    int foreign = oneOf("5678", v.charAt(6)) ? 13 : 11;
    return isShortDate(v, 0, 2, 4)
        && two(v, 7) <= 96
        && (since2020 || (foreign - sum % 11) % 10 == at(v, 12));
  }

  private static boolean krbrn(String v) {
    int sum = weighted(v, 1, 3, 7, 1, 3, 7, 1, 3, 5) + at(v, 8) * 5 / 10;
    return number(v, 0, 3) > 100 && two(v, 3) > 0 && complement10(sum) == at(v, 9);
  }

  private static boolean tfn(String v) {
    if (number(v, 0, v.length()) == 0) {
      return false;
    }
    return v.length() == 9
        ? weighted(v, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0
        : weighted(v, 10, 7, 8, 4, 6, 3, 5, 1) % 11 == 0;
  }

  private static boolean ird(String v) {
    String nine = v.length() == 8 ? "0" + v : v;
    int check = complement11(weighted(nine, 3, 2, 7, 6, 5, 4, 3, 2));
    if (check == 10) {
      check = complement11(weighted(nine, 7, 4, 3, 2, 5, 2, 7, 6));
    }
    long number = number(nine, 0, 9);
    return number > 10_000_000 && number < 150_000_000 && check == at(nine, 8);
  }
}
