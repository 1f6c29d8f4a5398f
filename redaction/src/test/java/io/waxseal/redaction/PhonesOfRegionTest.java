package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.waxseal.redaction.internal.text.Chars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** National numbers without a word beside them, where the region is known. */
class PhonesOfRegionTest {

  private static final int PER_REGION = 6;
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  @ParameterizedTest
  @CsvSource({
    "DE, 0151 23456789",
    "DE, 030 / 1234567",
    "GB, 07400 123456",
    "GB, 07400123456",
    "FR, 06 12 34 56 78",
    "FR, 0612345678",
    "ES, 612 34 56 78",
    "BR, (11) 96123-4567",
    "US, (212) 555-0182",
    "US, 212 555 0182",
    "IN, 98765 43210",
    "AR, 011 15-2345-6789",
    "RU, 8 (912) 345-67-89",
    "DK, 32 12 34 56",
    "SG, 8123 4567",
    "HT, 22 34 5678",
    "HT, 22 10 2125",
    "NI, 2024 2345",
    "NI, 2224 2025"
  })
  void aNumberOfTheRegionNeedsNoWord(String region, String number) {
    assertThat(redacted(region, "ok " + number + " danke")).isEqualTo("ok [PHONE] danke");
  }

  @ParameterizedTest
  @CsvSource({
    "DE, 151 23456789",
    "DE, 07 14 21 28 35 42",
    "ES, 612345678",
    "ES, 612 345 000",
    "ES, 112 34 56 78",
    "US, 2125550182",
    "US, 112 555 0182",
    "NO, 2024 2025",
    "NO, 20 12 2025",
    "HT, 22 10 2025",
    "HT, 22 10 1999",
    "NI, 2024 2025",
    "NI, 2224 0000",
    "FR, commande 06 12 34 56 78",
    "FR, 06 12 34 56 78 kg",
    "FR, 06 12 34 56",
    "FR, 06 12 34 56 78-1",
    "FR, A06 12 34 56 78"
  })
  void whatIsNoNumberOfTheRegionOrNotWrittenLikeOneIsLeft(String region, String text) {
    assertThat(redacted(region, text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "FR, 06 12 34 56 78 06 98 76 54 32, [PHONE] [PHONE]",
    "US, (212) 555-0182 (212) 555-0199, [PHONE] [PHONE]",
    "HT, 22 34 5678 22 10 2025, [PHONE] 22 10 2025",
    "NI, 2224 5678 2024 2025, [PHONE] 2024 2025"
  })
  void whatFollowsANumberIsJudgedForItself(String region, String text, String expected) {
    assertThat(redacted(region, text)).isEqualTo(expected);
  }

  @Test
  void bareDigitsCountOnlyWhereOneTooManyIsBetter() {
    Redactor strict = Redacted.with(Profile.STRICT).toBuilder().region("ES").build();
    assertThat(strict.redact("ok 666123456").text()).isEqualTo("ok [PHONE]");
    assertThat(redacted("ES", "ok 666123456")).isEqualTo("ok 666123456");
  }

  @Test
  void withoutARegionNationalNumbersNeedAWord() {
    assertThat(Redacted.redacted("ok 06 12 34 56 78")).isEqualTo("ok 06 12 34 56 78");
  }

  @Test
  void whatEachCountryWritesIsFoundInItAndNotOneDigitAway() {
    Random random = new Random(20_261_122);
    int found = 0;
    int rows = 0;
    int wrong = 0;
    int misses = 0;
    for (String region : regions()) {
      Redactor redactor = STANDARD.toBuilder().region(region).build();
      for (PhoneNumber number : numbers(region, random)) {
        String written = LIBRARY.format(number, PhoneNumberFormat.NATIONAL);
        if (written.matches(".*[0-9].*[^0-9].*[0-9].*") && !written.contains("*")) {
          rows++;
          found += redactor.redact("ok " + written).text().equals("ok [PHONE]") ? 1 : 0;
        }
        String miss = miss(written, random);
        if (!isValid(miss, region)) {
          misses++;
          wrong += redactor.findings("ok " + miss).isEmpty() ? 0 : 1;
        }
      }
    }
    System.out.printf(
        "national numbers without a word: %d written as their country does, %d found whole; %d near misses, %d found%n",
        rows, found, misses, wrong);
    assertThat(found).isGreaterThan(rows * 90 / 100);
    assertThat(wrong).isLessThan(misses * 10 / 100);
  }

  private static boolean isValid(String number, String region) {
    try {
      return LIBRARY.isValidNumber(LIBRARY.parse(number, region));
    } catch (NumberParseException e) {
      return false;
    }
  }

  private static String redacted(String region, String text) {
    return STANDARD.toBuilder().region(region).build().redact(text).text();
  }

  /** Without the few places that have numbers and no code of ISO 3166. */
  private static TreeSet<String> regions() {
    TreeSet<String> regions = new TreeSet<>(LIBRARY.getSupportedRegions());
    regions.retainAll(List.of(Locale.getISOCountries()));
    return regions;
  }

  /** Valid mobile and fixed numbers near the example of each kind. */
  private static List<PhoneNumber> numbers(String region, Random random) {
    List<PhoneNumber> numbers = new ArrayList<>();
    for (PhoneNumberType type : List.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)) {
      PhoneNumber example = LIBRARY.getExampleNumberForType(region, type);
      for (int i = 0; i < PER_REGION && example != null; i++) {
        PhoneNumber other = new PhoneNumber().mergeFrom(example);
        other.setNationalNumber(
            example.getNationalNumber() / 10_000 * 10_000 + random.nextInt(10_000));
        if (LIBRARY.isValidNumber(other)) {
          numbers.add(other);
        }
      }
    }
    return numbers;
  }

  private static String miss(String written, Random random) {
    List<Integer> digits = new ArrayList<>();
    for (int i = 0; i < written.length(); i++) {
      if (Chars.isAsciiDigit(written.charAt(i))) {
        digits.add(i);
      }
    }
    StringBuilder miss = new StringBuilder(written);
    int at = digits.get(random.nextInt(Math.min(3, digits.size())));
    miss.setCharAt(at, (char) ('0' + (miss.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
    return miss.toString();
  }
}
