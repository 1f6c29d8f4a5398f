package io.waxseal.redaction.internal.identifier;

import static io.waxseal.redaction.internal.identifier.Digits.at;
import static io.waxseal.redaction.internal.identifier.Digits.complement10;
import static io.waxseal.redaction.internal.identifier.Digits.complement11;
import static io.waxseal.redaction.internal.identifier.Digits.luhn;
import static io.waxseal.redaction.internal.identifier.Digits.number;
import static io.waxseal.redaction.internal.identifier.Digits.oneOf;
import static io.waxseal.redaction.internal.identifier.Digits.two;
import static io.waxseal.redaction.internal.identifier.Digits.weighted;
import static io.waxseal.redaction.internal.identifier.Digits.weightedFrom;

import java.util.Map;
import java.util.Set;

/** Check digits of North and South American numbers. */
final class AmericanIds {

  /** Numbers that were printed in advertisements and are nobody's. */
  private static final Set<String> PUBLISHED_SSNS = Set.of("078051120", "219099999");

  private AmericanIds() {}

  static void addTo(Map<String, Check> checks) {
    checks.put("routing", AmericanIds::routing);
    checks.put("ssn", AmericanIds::ssn);
    checks.put("itin", AmericanIds::itin);
    checks.put("ein", AmericanIds::ein);
    checks.put("npi", v -> luhn("80840" + v));
    checks.put("dea", AmericanIds::dea);
    checks.put("mbi", AmericanIds::mbi);
    checks.put("sin", v -> !oneOf("08", v.charAt(0)) && luhn(v));
    checks.put("bcphn", AmericanIds::bcPhn);
    checks.put("cpf", AmericanIds::cpf);
    checks.put("cnpj", AmericanIds::cnpj);
    checks.put("rg", AmericanIds::rg);
    checks.put("clabe", AmericanIds::clabe);
    checks.put("curp", AmericanIds::curp);
    checks.put("rfc", AmericanIds::rfc);
    checks.put("rut", AmericanIds::rut);
    checks.put("cuit", AmericanIds::cuit);
    checks.put("cbu", AmericanIds::cbu);
    checks.put("nit", AmericanIds::nit);
    checks.put("peruc", AmericanIds::peRuc);
    checks.put("cui", AmericanIds::cui);
    checks.put("ecci", AmericanIds::ecuador);
    checks.put("ecruc", AmericanIds::ecuadorRuc);
    checks.put("uyci", v -> complement10(weighted(v, 2, 9, 8, 7, 6, 3, 4)) == at(v, 7));
    checks.put("uyrut", AmericanIds::uruguayRut);
    checks.put("rif", AmericanIds::rif);
    checks.put("rnc", v -> (10 - weighted(v, 7, 9, 8, 6, 5, 4, 3, 2) % 11) % 9 + 1 == at(v, 8));
    checks.put("pyruc", v -> complement11(rising(v)) % 10 == at(v, v.length() - 1));
    checks.put(
        "gtnit", v -> "0123456789K".charAt(complement11(rising(v))) == v.charAt(v.length() - 1));
  }

  /** All but the last digit, times 2, 3, 4… from the right. */
  private static int rising(String v) {
    int sum = 0;
    for (int i = v.length() - 2, weight = 2; i >= 0; i--, weight++) {
      sum += at(v, i) * weight;
    }
    return sum;
  }

  private static boolean routing(String v) {
    int prefix = two(v, 0);
    boolean known = prefix <= 12
        || (prefix >= 21 && prefix <= 32)
        || (prefix >= 61 && prefix <= 72)
        || prefix == 80;
    return known && number(v, 0, 9) > 0 && weighted(v, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
  }

  private static boolean ssn(String v) {
    long area = number(v, 0, 3);
    return area != 0
        && area != 666
        && area < 900
        && two(v, 3) != 0
        && number(v, 5, 9) != 0
        && !Digits.allEqual(v)
        && !PUBLISHED_SSNS.contains(v);
  }

  private static boolean itin(String v) {
    int group = two(v, 3);
    return v.charAt(0) == '9'
        && group >= 50
        && group != 89
        && group != 93
        && (group < 66 || group >= 70);
  }

  private static boolean ein(String v) {
    int p = two(v, 0);
    return p > 0
        && !(p >= 7 && p <= 9)
        && !(p >= 17 && p <= 19)
        && p != 28
        && p != 29
        && p != 49
        && p != 69
        && p != 70
        && p != 78
        && p != 79
        && p != 89
        && p != 96
        && p != 97;
  }

  private static boolean dea(String v) {
    int sum = at(v, 2) + at(v, 4) + at(v, 6) + 2 * (at(v, 3) + at(v, 5) + at(v, 7));
    return oneOf("ABCDEFGHJKLMPRSTUX", v.charAt(0)) && sum % 10 == at(v, 8);
  }

  /** 1-9, letter, either, digit, letter, either, digit, two letters, two digits; no S, L, O, I, B, Z. */
  private static boolean mbi(String v) {
    String kinds = "CAENAENAANN";
    for (int i = 0; i < 11; i++) {
      char c = v.charAt(i);
      boolean digit = c <= '9';
      boolean fits = switch (kinds.charAt(i)) {
        case 'C' -> digit && c != '0';
        case 'A' -> !digit && !oneOf("SLOIBZ", c);
        case 'N' -> digit;
        default -> digit || !oneOf("SLOIBZ", c);
      };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean bcPhn(String v) {
    int[] weights = {2, 4, 8, 5, 10, 9, 7, 3};
    return v.charAt(0) == '9' && complement11(weightedFrom(v, 1, weights)) == at(v, 9);
  }

  private static boolean cpf(String v) {
    return !Digits.allEqual(v)
        && complement11(weighted(v, 10, 9, 8, 7, 6, 5, 4, 3, 2)) % 10 == at(v, 9)
        && complement11(weighted(v, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)) % 10 == at(v, 10);
  }

  /** Letters count as their ASCII code minus 48 (since July 2026). */
  private static boolean cnpj(String v) {
    return !Digits.allEqual(v)
        && complement11(weighted(v, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) % 10 == at(v, 12)
        && complement11(weighted(v, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) % 10 == at(v, 13);
  }

  private static boolean rg(String v) {
    return v.charAt(8) == 'X' || v.charAt(8) <= '9';
  }

  private static boolean clabe(String v) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += at(v, i) * (i % 3 == 0 ? 3 : i % 3 == 1 ? 7 : 1) % 10;
    }
    return complement10(sum) == at(v, 17) && number(v, 0, 3) > 0;
  }

  private static boolean curp(String v) {
    String alphabet = "0123456789ABCDEFGHIJKLMN#OPQRSTUVWXYZ";
    String states =
        "AS BC BS CC CS CH DF CL CM DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE CX";
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (18 - i) * alphabet.indexOf(v.charAt(i));
    }
    return Digits.isShortDate(v, 4, 6, 8)
        && oneOf("HMX", v.charAt(10))
        && states.contains(v.substring(11, 13))
        && complement10(sum) == at(v, 17);
  }

  private static boolean rfc(String v) {
    int date = v.charAt(3) <= '9' ? 3 : 4;
    return Digits.isShortDate(v, date, date + 2, date + 4);
  }

  private static boolean rut(String v) {
    int sum = 0;
    int last = v.length() - 1;
    for (int i = last - 1, weight = 2; i >= 0; i--, weight = weight == 7 ? 2 : weight + 1) {
      sum += at(v, i) * weight;
    }
    return number(v, 0, last) >= 100_000
        && "0123456789K".charAt(complement11(sum)) == v.charAt(last);
  }

  private static boolean cuit(String v) {
    boolean kind = Set.of(20, 23, 24, 27, 30, 33, 34, 50, 51, 55).contains(two(v, 0));
    return kind
        && "01234567899".charAt(complement11(weighted(v, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)))
            == v.charAt(10);
  }

  private static boolean cbu(String v) {
    int bank = weighted(v, 7, 1, 3, 9, 7, 1, 3);
    int account = weightedFrom(v, 8, 3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3);
    return complement10(bank) == at(v, 7) && complement10(account) == at(v, 21);
  }

  private static boolean nit(String v) {
    int[] primes = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};
    int sum = 0;
    int last = v.length() - 1;
    for (int i = last - 1; i >= 0; i--) {
      sum += at(v, i) * primes[last - 1 - i];
    }
    return "01987654321".charAt(sum % 11) == v.charAt(last);
  }

  private static boolean peRuc(String v) {
    boolean kind = Set.of(10, 15, 16, 17, 20).contains(two(v, 0));
    return kind && (11 - weighted(v, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 10 == at(v, 10);
  }

  private static boolean cui(String v) {
    if (v.length() == 8) {
      return true;
    }
    int rest = weighted(v, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return "65432110987".charAt(rest) == v.charAt(8) || "KJIHGFEDCBA".charAt(rest) == v.charAt(8);
  }

  private static boolean ecuador(String v) {
    return isEcuadorian(two(v, 0)) && at(v, 2) <= 6 && luhn(v, 0, 10);
  }

  /** A province; or 30 for citizens abroad, and 50 for foreigners. */
  private static boolean isEcuadorian(int province) {
    return (province >= 1 && province <= 24) || province == 30 || province == 50;
  }

  private static boolean ecuadorRuc(String v) {
    if (!isEcuadorian(two(v, 0)) || number(v, 10, 13) == 0) {
      return false;
    }
    return switch (at(v, 2)) {
      case 6 -> complement11(weighted(v, 3, 2, 7, 6, 5, 4, 3, 2)) == at(v, 8) || luhn(v, 0, 10);
      case 9 -> complement11(weighted(v, 4, 3, 2, 7, 6, 5, 4, 3, 2)) == at(v, 9);
      default -> ecuador(v);
    };
  }

  private static boolean uruguayRut(String v) {
    int kind = two(v, 0);
    return kind >= 1
        && kind <= 22
        && number(v, 2, 8) > 0
        && v.startsWith("001", 8)
        && complement11(weighted(v, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) == at(v, 11);
  }

  private static boolean rif(String v) {
    int kind = " VEJPG".indexOf(v.charAt(0));
    int sum = kind * 4 + weightedFrom(v, 1, 3, 2, 7, 6, 5, 4, 3, 2);
    return kind > 0 && "00987654321".charAt(sum % 11) == v.charAt(9);
  }
}
