package io.waxseal.redaction.internal.identifier;

import static io.waxseal.redaction.internal.identifier.Digits.at;
import static io.waxseal.redaction.internal.identifier.Digits.complement10;
import static io.waxseal.redaction.internal.identifier.Digits.complement11;
import static io.waxseal.redaction.internal.identifier.Digits.luhn;
import static io.waxseal.redaction.internal.identifier.Digits.mod11And10;
import static io.waxseal.redaction.internal.identifier.Digits.number;
import static io.waxseal.redaction.internal.identifier.Digits.oneOf;
import static io.waxseal.redaction.internal.identifier.Digits.two;
import static io.waxseal.redaction.internal.identifier.Digits.weighted;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Value added tax numbers, and the numbers of banks, devices and vehicles. */
final class TaxAndTradeIds {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private TaxAndTradeIds() {}

  static void addTo(Map<String, Check> checks) {
    checks.put("any", v -> true);
    checks.put("luhn", v -> number(v, 0, v.length()) > 0 && luhn(v));
    checks.put("verhoeff", Digits::verhoeff);
    checks.put("ean", Digits::ean);
    checks.put("isbn", v -> (v.startsWith("978") || v.startsWith("979")) && Digits.ean(v));
    checks.put("bic", v -> COUNTRIES.contains(v.substring(4, 6)) || v.startsWith("XK", 4));
    checks.put("card", TaxAndTradeIds::card);
    checks.put("imei", v -> v.length() == 16 || luhn(v));
    checks.put("meid", v -> v.chars().allMatch(c -> c <= 'F'));
    checks.put(
        "imsi", v -> (number(v, 0, 3) >= 200 && number(v, 0, 3) < 800) || number(v, 0, 3) == 901);
    checks.put("vin", TaxAndTradeIds::vin);
    checks.put(
        "uuid4",
        v -> v.charAt(12) == '4'
            && oneOf("89AB", v.charAt(16))
            && v.chars().allMatch(c -> c <= 'F'));
    checks.put("atvat", v -> complement10(atSum(v) + 4) == at(v, 8));
    checks.put("bevat", TaxAndTradeIds::belgium);
    checks.put(
        "chvat", v -> complement11(weighted(v.substring(3), 5, 4, 3, 2, 7, 6, 5, 4)) == at(v, 11));
    checks.put("cyvat", TaxAndTradeIds::cyprus);
    checks.put("devat", v -> v.charAt(0) != '0' && mod11And10(v, 0, 9));
    checks.put("dkvat", v -> v.charAt(0) != '0' && weighted(v, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
    checks.put("eevat", v -> weighted(v, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0);
    checks.put("fivat", v -> weighted(v, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0);
    checks.put("frvat", TaxAndTradeIds::france);
    checks.put("gbvat", TaxAndTradeIds::britain);
    checks.put("itvat", v -> number(v, 0, 7) > 0 && luhn(v));
    checks.put("luvat", v -> number(v, 0, 6) % 89 == two(v, 6));
    checks.put("mtvat", v -> weighted(v, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0);
    checks.put("nlvat", TaxAndTradeIds::netherlands);
    checks.put("sevat", v -> luhn(v, 0, 10));
    checks.put(
        "sivat",
        v -> v.charAt(0) != '0'
            && weighted(v, 8, 7, 6, 5, 4, 3, 2) % 11 > 0
            && complement11(weighted(v, 8, 7, 6, 5, 4, 3, 2)) % 10 == at(v, 7));
    checks.put("skvat", v -> v.charAt(0) != '0' && number(v, 0, 10) % 11 == 0);
    checks.put("novat", v -> complement11(weighted(v, 3, 2, 7, 6, 5, 4, 3, 2)) == at(v, 8));
    checks.put("czvat", TaxAndTradeIds::czechia);
  }

  private static boolean card(String v) {
    return Issuers.issue((int) number(v, 0, 6), v.length()) && luhn(v);
  }

  private static int atSum(String v) {
    int sum = 0;
    for (int i = 1; i < 8; i++) {
      int product = at(v, i) * (i % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return sum;
  }

  private static boolean belgium(String v) {
    String ten = v.length() == 9 ? "0" + v : v;
    return ten.charAt(0) <= '1'
        && number(ten, 0, 8) > 0
        && 97 - number(ten, 0, 8) % 97 == two(ten, 8);
  }

  private static boolean cyprus(String v) {
    int[] even = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += i % 2 == 0 ? even[at(v, i)] : at(v, i);
    }
    return !v.startsWith("12") && 'A' + sum % 26 == v.charAt(8);
  }

  /** Two key characters before a SIREN; old keys are digits, new ones hold a letter. */
  private static boolean france(String v) {
    String siren = v.substring(2);
    boolean company = siren.startsWith("000") || luhn(siren);
    if (v.charAt(0) <= '9' && v.charAt(1) <= '9') {
      return company && (number(siren, 0, 9) * 100 + 12) % 97 == two(v, 0);
    }
    String alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    int first = alphabet.indexOf(v.charAt(0));
    int second = alphabet.indexOf(v.charAt(1));
    if (first < 0 || second < 0) {
      return false;
    }
    int key = v.charAt(0) <= '9' ? first * 24 + second - 10 : first * 34 + second - 100;
    return company && (number(siren, 0, 9) + 1 + key / 11) % 11 == key % 11;
  }

  private static boolean britain(String v) {
    int sum = weighted(v, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
    return number(v, 0, 9) > 0 && (sum == 0 || sum == 42);
  }

  private static boolean netherlands(String v) {
    int b = v.indexOf('B');
    String nine = "0".repeat(9 - b) + v.substring(0, b);
    if (two(v, b + 1) == 0) {
      return false;
    }
    long whole = (23_21L * 1_000_000_000L + number(nine, 0, 9)) % 97;
    long rest = (whole * 10_000 + 1100 + two(v, b + 1)) % 97;
    return rest == 1 || EuropeanIds.bsn(nine);
  }

  private static boolean czechia(String v) {
    if (v.length() == 8) {
      int check = complement11(weighted(v, 8, 7, 6, 5, 4, 3, 2));
      return v.charAt(0) != '9' && (check == 0 ? 1 : check == 10 ? 0 : check) == at(v, 7);
    }
    return true;
  }

  /** The ninth place is the check digit in North America and China. */
  private static boolean vin(String v) {
    String values = "12345678" + "?12345?7?923456789";
    int[] weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      char c = v.charAt(i);
      if (oneOf("IOQ", c)) {
        return false;
      }
      sum += (c <= '9' ? c - '0' : values.charAt(c - 'A') - '0') * weights[i];
    }
    return "0123456789X".charAt(sum % 11) == v.charAt(8);
  }
}
