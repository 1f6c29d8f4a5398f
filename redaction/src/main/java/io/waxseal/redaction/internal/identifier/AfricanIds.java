package io.waxseal.redaction.internal.identifier;

import static io.waxseal.redaction.internal.identifier.Digits.at;
import static io.waxseal.redaction.internal.identifier.Digits.complement10;
import static io.waxseal.redaction.internal.identifier.Digits.isShortDate;
import static io.waxseal.redaction.internal.identifier.Digits.luhn;
import static io.waxseal.redaction.internal.identifier.Digits.number;
import static io.waxseal.redaction.internal.identifier.Digits.oneOf;
import static io.waxseal.redaction.internal.identifier.Digits.two;
import static io.waxseal.redaction.internal.identifier.Digits.weighted;

import java.util.Map;

/** Check digits and structures of African and Middle Eastern numbers. */
final class AfricanIds {

  private AfricanIds() {}

  static void addTo(Map<String, Check> checks) {
    checks.put("eid", AfricanIds::emirates);
    checks.put("said", v -> oneOf("12", v.charAt(0)) && luhn(v));
    checks.put("egnid", AfricanIds::egyptian);
    checks.put("ilid", v -> luhn(v) && number(v, 0, v.length()) > 0);
    checks.put("zaid", v -> isShortDate(v, 0, 2, 4) && v.charAt(10) <= '2' && luhn(v));
    checks.put("zatin", v -> oneOf("01239", v.charAt(0)) && luhn(v));
    checks.put("bvn", v -> v.startsWith("22"));
    checks.put("kepin", v -> oneOf("AP", v.charAt(0)));
    checks.put("ghtin", AfricanIds::ghanaian);
    checks.put("ice", v -> AfricanIds.mod97(v) == 0);
    checks.put("tnmf", AfricanIds::tunisian);
    checks.put("ninea", AfricanIds::senegalese);
  }

  private static boolean emirates(String v) {
    int year = (int) number(v, 3, 7);
    return v.startsWith("784") && year >= 1900 && year < 2100 && luhn(v);
  }

  private static boolean egyptian(String v) {
    int governorate = two(v, 7);
    int century = v.charAt(0) == '2' ? 1900 : 2000;
    return oneOf("23", v.charAt(0))
        && Digits.isDate(century + two(v, 1), two(v, 3), two(v, 5))
        && governorate > 0
        && (governorate <= 35 || governorate == 88);
  }

  private static boolean ghanaian(String v) {
    int rest = weighted(v.substring(1), 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11;
    return oneOf("PCGQV", v.charAt(0))
        && v.startsWith("00", 1)
        && v.charAt(9) <= '9'
        && "0123456789X".charAt(rest) == v.charAt(10);
  }

  private static long mod97(String v) {
    return Long.parseLong(v) % 97;
  }

  /** Serial, key letter, then what sort of taxpayer it is. */
  private static boolean tunisian(String v) {
    int key = 0;
    while (v.charAt(key) <= '9') {
      key++;
    }
    String sort = v.substring(key + 1);
    return !oneOf("IOU", v.charAt(key))
        && (sort.isEmpty() || (oneOf("APBDN", sort.charAt(0)) && oneOf("MPCNE", sort.charAt(1))));
  }

  private static boolean senegalese(String v) {
    boolean sorted = v.length() > 9;
    String number = sorted ? v.substring(0, v.length() - 3) : v;
    String sort = sorted ? v.substring(v.length() - 3) : "0A0";
    String nine = "0".repeat(9 - number.length()) + number;
    return number(nine, 0, 9) > 0
        && sort.charAt(0) <= '2'
        && oneOf("ABCDEFGHJKLMNPQRSTUVWZ", sort.charAt(1))
        && complement10(weighted(nine, 1, 2, 1, 2, 1, 2, 1, 2)) == at(nine, 8);
  }
}
