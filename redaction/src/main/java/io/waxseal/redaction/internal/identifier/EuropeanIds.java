package io.waxseal.redaction.internal.identifier;

import static io.waxseal.redaction.internal.identifier.Digits.allDigits;
import static io.waxseal.redaction.internal.identifier.Digits.at;
import static io.waxseal.redaction.internal.identifier.Digits.base36;
import static io.waxseal.redaction.internal.identifier.Digits.complement10;
import static io.waxseal.redaction.internal.identifier.Digits.complement11;
import static io.waxseal.redaction.internal.identifier.Digits.isShortDate;
import static io.waxseal.redaction.internal.identifier.Digits.luhn;
import static io.waxseal.redaction.internal.identifier.Digits.mod11And10;
import static io.waxseal.redaction.internal.identifier.Digits.number;
import static io.waxseal.redaction.internal.identifier.Digits.oneOf;
import static io.waxseal.redaction.internal.identifier.Digits.two;
import static io.waxseal.redaction.internal.identifier.Digits.weighted;
import static io.waxseal.redaction.internal.identifier.Digits.weightedFrom;

import java.util.Map;
import java.util.Set;

/** Check digits of Western and Northern European persons' numbers. */
final class EuropeanIds {

  private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final Set<String> UNUSED_NINOS = Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ");

  private EuropeanIds() {}

  static void addTo(Map<String, Check> checks) {
    checks.put("nino", EuropeanIds::nino);
    checks.put(
        "nhs",
        v -> complement11(weighted(v, 10, 9, 8, 7, 6, 5, 4, 3, 2)) == at(v, 9)
            && !Digits.allEqual(v));
    checks.put(
        "utr",
        v -> "21987654321".charAt(weightedFrom(v, 1, 6, 7, 8, 9, 10, 5, 4, 3, 2) % 11)
            == v.charAt(0));
    checks.put("dni", EuropeanIds::dni);
    checks.put("nie", EuropeanIds::nie);
    checks.put("cif", EuropeanIds::cif);
    checks.put("esnif", v -> v.charAt(0) <= '9' ? dni(v) : nie(v) || cif(v) || klm(v));
    checks.put("nuss", EuropeanIds::nuss);
    checks.put(
        "ptnif",
        v -> v.charAt(0) != '0'
            && (v.charAt(0) != '4' || v.charAt(1) == '5')
            && complement11(weighted(v, 9, 8, 7, 6, 5, 4, 3, 2)) % 10 == at(v, 8));
    checks.put("nir", EuropeanIds::nir);
    checks.put("spi", v -> v.charAt(0) <= '3' && number(v, 0, 10) % 511 == number(v, 10, 13));
    checks.put("siren", v -> number(v, 0, 9) > 0 && luhn(v));
    checks.put("siret", EuropeanIds::siret);
    checks.put("codicefiscale", EuropeanIds::codiceFiscale);
    checks.put("steuerid", EuropeanIds::steuerId);
    checks.put("deid", EuropeanIds::germanCard);
    checks.put("desvnr", EuropeanIds::germanPension);
    checks.put(
        "atsvnr",
        v -> v.charAt(0) != '0' && weighted(v, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == at(v, 3));
    checks.put("nrn", EuropeanIds::belgian);
    checks.put("avs", v -> v.startsWith("756") && Digits.ean(v));
    checks.put("bsn", EuropeanIds::bsn);
    checks.put(
        "sepin",
        v -> Digits.isShortDate(v, v.length() - 10, v.length() - 8, v.length() - 6)
            && luhn(v, v.length() - 10, v.length()));
    checks.put("fnr", EuropeanIds::norwegian);
    checks.put("cpr", v -> isShortDate(v, 4, 2, 0));
    checks.put("hetu", EuropeanIds::finnish);
    checks.put("kt", EuropeanIds::icelandic);
    checks.put("pps", EuropeanIds::pps);
    checks.put(
        "lunin",
        v -> Digits.isDate((int) number(v, 0, 4), two(v, 4), two(v, 6))
            && luhn(v, 0, 12)
            && Digits.verhoeff(v.substring(0, 11) + v.charAt(12)));
    checks.put("nrt", EuropeanIds::andorran);
  }

  private static boolean nino(String v) {
    return !oneOf("DFIQUV", v.charAt(0))
        && !oneOf("DFIQUVO", v.charAt(1))
        && !UNUSED_NINOS.contains(v.substring(0, 2))
        && oneOf("ABCD", v.charAt(8));
  }

  private static boolean dni(String v) {
    return DNI_LETTERS.charAt((int) (number(v, 0, 8) % 23)) == v.charAt(8) && number(v, 0, 8) > 0;
  }

  /** Spaniards without a DNI (abroad, or under fourteen), and foreigners without a NIE. */
  private static boolean klm(String v) {
    return oneOf("KLM", v.charAt(0))
        && DNI_LETTERS.charAt((int) (number(v, 1, 8) % 23)) == v.charAt(8);
  }

  private static boolean nie(String v) {
    int first = "XYZ".indexOf(v.charAt(0));
    return first >= 0
        && DNI_LETTERS.charAt((int) ((first * 10_000_000L + number(v, 1, 8)) % 23)) == v.charAt(8);
  }

  private static boolean cif(String v) {
    int sum = 0;
    for (int i = 1; i < 8; i++) {
      int twice = at(v, i) * 2;
      sum += i % 2 == 1 ? twice / 10 + twice % 10 : at(v, i);
    }
    int check = complement10(sum);
    char last = v.charAt(8);
    boolean digit = last == '0' + check && !oneOf("NPQRSW", v.charAt(0));
    boolean letter = last == "JABCDEFGHI".charAt(check) && !oneOf("ABEH", v.charAt(0));
    return oneOf("ABCDEFGHJNPQRSUVW", v.charAt(0)) && (digit || letter);
  }

  private static boolean nuss(String v) {
    long person = number(v, 2, 10);
    long whole = person < 10_000_000 ? two(v, 0) * 10_000_000L + person : number(v, 0, 10);
    return two(v, 0) > 0 && whole % 97 == two(v, 10);
  }

  private static boolean nir(String v) {
    boolean corsican = v.charAt(5) == '2' && oneOf("AB", v.charAt(6));
    if (!corsican && !allDigits(v, 5, 7)) {
      return false;
    }
    String plain =
        corsican ? v.substring(0, 5) + (v.charAt(6) == 'A' ? "19" : "18") + v.substring(7) : v;
    int month = two(v, 3);
    boolean dated = (month >= 1 && month <= 12) || month >= 20;
    return dated && oneOf("12378", v.charAt(0)) && 97 - number(plain, 0, 13) % 97 == two(plain, 13);
  }

  /** The offices of La Poste share one SIREN, whose SIRETs have a digit sum that five divides. */
  private static boolean siret(String v) {
    if (v.startsWith("356000000") && !luhn(v)) {
      return v.chars().map(c -> c - '0').sum() % 5 == 0;
    }
    return number(v, 0, 9) > 0 && luhn(v, 0, 9) && luhn(v);
  }

  private static boolean codiceFiscale(String v) {
    int[] odd = {
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = v.charAt(i);
      int value = c <= '9' ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? odd[value] : value;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 6; i < 15; i++) {
      char c = v.charAt(i);
      boolean letter = i == 8 || i == 11;
      int substitute = "LMNPQRSTUV".indexOf(c);
      if (!letter && c > '9' && substitute < 0) {
        return false;
      }
      plain.append(letter || c <= '9' ? c : (char) ('0' + substitute));
    }
    int day = two(plain.toString(), 3);
    return oneOf("ABCDEHLMPRST", v.charAt(8))
        && ((day >= 1 && day <= 31) || (day >= 41 && day <= 71) || day == 0)
        && 'A' + sum % 26 == v.charAt(15);
  }

  /** Of the first ten digits one occurs twice or three times; mod 11,10 over all. */
  private static boolean steuerId(String v) {
    int[] counts = new int[10];
    for (int i = 0; i < 10; i++) {
      counts[at(v, i)]++;
    }
    int repeated = 0;
    for (int count : counts) {
      if (count > 3) {
        return false;
      }
      repeated += count > 1 ? 1 : 0;
    }
    return v.charAt(0) != '0' && repeated == 1 && mod11And10(v, 0, 11);
  }

  private static boolean germanCard(String v) {
    int[] weights = {7, 3, 1};
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += base36(v.charAt(i)) * weights[i % 3];
    }
    return oneOf("CFGHJKLMNPRTVWXYZ", v.charAt(0)) && sum % 10 == at(v, 9);
  }

  private static boolean germanPension(String v) {
    int letter = v.charAt(8) - 'A' + 1;
    String plain = v.substring(0, 8) + letter / 10 + letter % 10 + v.substring(9);
    int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      int product = at(plain, i) * weights[i];
      sum += product / 10 + product % 10;
    }
    int day = two(v, 2);
    return day >= 1 && day <= 81 && two(v, 4) <= 12 && sum % 10 == at(v, 11);
  }

  private static boolean belgian(String v) {
    long first = number(v, 0, 9);
    int month = two(v, 2) % 20;
    return month <= 12
        && two(v, 4) <= 31
        && (97 - first % 97 == two(v, 9) || 97 - (2_000_000_000L + first) % 97 == two(v, 9));
  }

  static boolean bsn(String v) {
    String nine = v.length() == 8 ? "0" + v : v;
    int sum = weighted(nine, 9, 8, 7, 6, 5, 4, 3, 2, -1);
    return number(nine, 0, 9) > 0 && sum % 11 == 0;
  }

  private static boolean norwegian(String v) {
    int day = two(v, 0) % 40;
    int month = two(v, 2) % 40;
    return Digits.isDayOfMonth(month, day)
        && complement11(weighted(v, 3, 7, 6, 1, 8, 9, 4, 5, 2)) == at(v, 9)
        && complement11(weighted(v, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) == at(v, 10);
  }

  private static boolean finnish(String v) {
    boolean sign = v.length() == 11;
    if (sign && !oneOf("ABCDEFYXWVU", v.charAt(6))) {
      return false;
    }
    int number = sign ? 7 : 6;
    long whole = number(v, 0, 6) * 1000 + number(v, number, number + 3);
    return isShortDate(v, 4, 2, 0)
        && number(v, number, number + 3) >= 2
        && "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt((int) (whole % 31)) == v.charAt(number + 3);
  }

  private static boolean icelandic(String v) {
    return Digits.isDayOfMonth(two(v, 2), two(v, 0) % 40)
        && oneOf("089", v.charAt(9))
        && weighted(v, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  /** A second letter counts in the check; only W, T and X, which old numbers have, do not. */
  private static boolean pps(String v) {
    String letters = "WABCDEFGHIJKLMNOPQRSTUV";
    boolean counted = v.length() > 8 && !oneOf("TX", v.charAt(8));
    int second = counted ? letters.indexOf(v.charAt(8)) : 0;
    int sum = weighted(v, 8, 7, 6, 5, 4, 3, 2) + 9 * second;
    return second >= 0 && letters.charAt(sum % 23) == v.charAt(7);
  }

  private static boolean andorran(String v) {
    long number = number(v, 1, 7);
    return oneOf("ACDEFGLOPU", v.charAt(0))
        && (v.charAt(0) != 'F' || number <= 699_999)
        && (!oneOf("AL", v.charAt(0)) || (number > 699_999 && number < 800_000));
  }
}
