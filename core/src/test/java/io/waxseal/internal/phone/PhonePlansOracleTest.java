package io.waxseal.internal.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table against the library it was made from, on example numbers and on made-up ones. */
@Tag("data")
class PhonePlansOracleTest {

  /** Made-up numbers of each region; the figures of the page are those of 800. */
  private static final int PER_REGION = Integer.getInteger("waxseal.oracle", 200);

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final PhonePlans PLANS = PhonePlans.STANDARD;
  private static final Map<String, List<PhoneNumber>> EXAMPLES = new HashMap<>();

  private int compared;
  private int valid;
  private final Map<String, Integer> disagreements = new TreeMap<>();
  private final Map<String, String> samples = new TreeMap<>();

  @Test
  void everyExampleNumberIsValidInItsCountry() {
    List<PhoneNumber> examples = new ArrayList<>();
    for (String country : regions()) {
      examples.addAll(examples(country));
    }
    for (int code : LIBRARY.getSupportedGlobalNetworkCallingCodes()) {
      examples.add(LIBRARY.getExampleNumberForNonGeoEntity(code));
    }
    for (PhoneNumber number : examples) {
      String digits = digits(number, PhoneNumberFormat.E164);
      String country = LIBRARY.getRegionCodeForNumber(number);
      assertThat(PLANS.admits(PLANS.international(), digits)).as(digits).isTrue();
      assertThat(PLANS.countryOf(digits)).isEqualTo(country.equals("001") ? "" : country);
    }
    System.out.printf("phone plans: %d example numbers, all valid%n", examples.size());
    assertThat(examples).hasSizeGreaterThan(1_000);
  }

  @Test
  void everyExampleNumberIsValidAsItsCountryWritesIt() {
    for (String country : regions()) {
      for (PhoneNumber number : examples(country)) {
        String digits = digits(number, PhoneNumberFormat.NATIONAL);
        compare(country, digits, true, admitsNational(country, digits));
      }
    }
    report("example numbers in national form");
    assertThat(disagreements).isEmpty();
  }

  @Test
  void madeUpNumbersAreJudgedAsTheLibraryJudgesThem() {
    Random random = new Random(20_261_122);
    for (String country : regions()) {
      int code = LIBRARY.getCountryCodeForRegion(country);
      for (int i = 0; i < PER_REGION; i++) {
        String number = madeUp(country, random);
        PhoneNumber parsed = number(code, number);
        boolean expected = LIBRARY.isValidNumber(parsed);
        String digits = code + number;
        compare("validity", digits, expected, PLANS.admits(PLANS.international(), digits));
        if (expected) {
          String owner = LIBRARY.getRegionCodeForNumber(parsed);
          compare("country", digits, true, PLANS.countryOf(digits).equals(owner));
        }
      }
    }
    report("made-up international numbers");
    assertThat(disagreements).isEmpty();
    assertThat(valid).isBetween(compared / 5, compared * 4 / 5);
  }

  @Test
  void madeUpNationalNumbersAreJudgedAsTheLibraryJudgesThem() {
    Random random = new Random(4);
    for (String country : regions()) {
      String trunk = trunk(country);
      for (int i = 0; i < PER_REGION; i++) {
        String number = madeUp(country, random);
        String written = random.nextBoolean() ? trunk + number : number;
        compare(
            explanation(country, written),
            country + " " + written,
            parsedValid(written, country),
            admitsNational(country, written));
      }
    }
    report("made-up national numbers");
    assertThat(disagreements).doesNotContainKey("unexplained");
    assertThat(disagreed()).isLessThan(compared / 500);
  }

  @Test
  void madeUpNumbersWithATrunkPrefixAfterTheCallingCode() {
    Random random = new Random(5);
    for (String country : regions()) {
      int code = LIBRARY.getCountryCodeForRegion(country);
      for (int i = 0; i < PER_REGION / 4; i++) {
        String digits =
            code + trunk(LIBRARY.getRegionCodeForCountryCode(code)) + madeUp(country, random);
        compare(
            "written",
            "+" + digits,
            parsedValid("+" + digits, "ZZ"),
            PLANS.admits(PLANS.written(), digits));
      }
    }
    report("made-up numbers with a trunk prefix after the calling code");
    assertThat(disagreed()).isLessThan(compared / 500);
  }

  private void compare(String what, String number, boolean expected, boolean actual) {
    compared++;
    valid += expected ? 1 : 0;
    if (expected != actual) {
      disagreements.merge(what, 1, Integer::sum);
      samples.putIfAbsent(what, number + (expected ? " valid there" : " valid here"));
    }
  }

  private int disagreed() {
    return disagreements.values().stream().mapToInt(count -> count).sum();
  }

  private void report(String what) {
    System.out.printf(
        "phone plans: %s: %d compared, %d valid, disagreements %s %s%n",
        what, compared, valid, disagreements, samples);
  }

  /** Why the two may differ over a number in national form. */
  private static String explanation(String country, String written) {
    try {
      PhoneNumber parsed = LIBRARY.parseAndKeepRawInput(written, country);
      if (parsed.getCountryCodeSource() != CountryCodeSource.FROM_DEFAULT_COUNTRY) {
        return "international without a plus";
      }
      if (LIBRARY.isValidNumber(parsed)) {
        String national = LIBRARY.getNationalSignificantNumber(parsed);
        return national.length() > written.length() ? "without area code" : "unexplained";
      }
      return "prefix taken otherwise";
    } catch (NumberParseException e) {
      return e.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE
          ? "international without a plus"
          : "unexplained";
    }
  }

  private static boolean admitsNational(String country, String digits) {
    PhoneRegion region = PLANS.region(country);
    return PLANS.admits(region.plain(), digits) || PLANS.admits(region.trunk(), digits);
  }

  private static boolean parsedValid(String written, String country) {
    try {
      return LIBRARY.isValidNumber(LIBRARY.parse(written, country));
    } catch (NumberParseException e) {
      return false;
    }
  }

  /** An example number with some digits changed, one more or one less; or digits of a possible length. */
  private static String madeUp(String country, Random random) {
    List<PhoneNumber> examples = examples(country);
    PhoneNumber example = examples.get(random.nextInt(examples.size()));
    StringBuilder number = new StringBuilder(LIBRARY.getNationalSignificantNumber(example));
    int kept = random.nextInt(number.length());
    for (int i = kept; i < number.length(); i++) {
      number.setCharAt(i, (char) ('0' + random.nextInt(10)));
    }
    switch (random.nextInt(8)) {
      case 0 -> number.append(random.nextInt(10));
      case 1 -> number.setLength(Math.max(2, number.length() - 1));
      case 2 ->
        number.setCharAt(random.nextInt(number.length()), (char) ('0' + random.nextInt(10)));
      default -> {}
    }
    return number.toString();
  }

  private static List<PhoneNumber> examples(String country) {
    return EXAMPLES.computeIfAbsent(
        country,
        region -> Stream.of(PhoneNumberType.values())
            .map(type -> LIBRARY.getExampleNumberForType(region, type))
            .filter(Objects::nonNull)
            .toList());
  }

  private static TreeSet<String> regions() {
    return new TreeSet<>(LIBRARY.getSupportedRegions());
  }

  private static String trunk(String country) {
    String prefix = LIBRARY.getNddPrefixForRegion(country, true);
    return prefix == null ? "" : prefix;
  }

  private static PhoneNumber number(int code, String national) {
    int zeros = 0;
    while (zeros < national.length() - 1 && national.charAt(zeros) == '0') {
      zeros++;
    }
    PhoneNumber number = new PhoneNumber();
    number.setCountryCode(code).setNationalNumber(Long.parseLong(national));
    if (zeros > 0) {
      number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
    }
    return number;
  }

  private static String digits(PhoneNumber number, PhoneNumberFormat format) {
    return LIBRARY.format(number, format).replaceAll("[^0-9]", "");
  }
}
