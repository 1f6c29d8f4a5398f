package io.waxseal.internal.phone;

import static io.waxseal.internal.phone.DigitLanguages.EMPTY;
import static io.waxseal.internal.phone.DigitLanguages.NONE;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadataCollection;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/** Makes the table of {@link PhonePlans} from the data that libphonenumber carries. */
final class PhonePlansGenerator {

  static final String DATA = "/com/google/i18n/phonenumbers/data/";
  private static final String VERSION =
      "/META-INF/maven/com.googlecode.libphonenumber/libphonenumber/pom.properties";
  private static final int LONGEST = 17;
  private static final int MEXICO = 52;
  private static final int BRAZIL = 55;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final DigitLanguages sets = new DigitLanguages();
  private final PhoneGroupings groupings = new PhoneGroupings(sets);
  private final PhonePlansFile file = new PhonePlansFile(sets);
  private int international = NONE;
  private int written = NONE;

  byte[] bytes() throws IOException {
    for (int code : new TreeSet<>(library.getSupportedCallingCodes())) {
      plan(code);
    }
    return file.bytes("libphonenumber " + version(), international, written);
  }

  private void plan(int code) throws IOException {
    List<String> countries = library.getRegionCodesForCountryCode(code);
    List<PhoneMetadata> all = new ArrayList<>();
    List<Integer> own = new ArrayList<>();
    int plan = NONE;
    int earlier = NONE;
    int lengths = 0;
    for (String country : countries) {
      PhoneMetadata region = region(country.equals("001") ? String.valueOf(code) : country);
      all.add(region);
      lengths |= lengths(region, country.equals(countries.get(0)));
      int valid = valid(region);
      int claimed = sets.difference(claimed(region, valid, countries.size() > 1), earlier);
      earlier = sets.union(earlier, claimed);
      own.add(sets.intersection(claimed, valid));
      plan = sets.union(plan, sets.intersection(claimed, valid));
    }
    int ofWhatsApp = ofWhatsApp(code, all.get(0));
    lengths |= sets.lengths(ofWhatsApp);
    for (int i = 0; i < all.size(); i++) {
      PhoneMetadata region = all.get(i);
      String country = countries.get(i).equals("001") ? "" : countries.get(i);
      int mobile = sets.intersection(plan, described(region.getMobile(), region.getGeneralDesc()));
      mobile = sets.union(mobile, trunk(region, mobile));
      int trunk = trunk(region, plan);
      PhoneMetadata formatted = region.getNumberFormatCount() > 0 ? region : all.get(0);
      file.add(
          new PhoneRegion(
              country,
              code,
              region.getNationalPrefix(),
              lengths,
              plan,
              trunk,
              mobile,
              groupings.of(formatted, region.getNationalPrefix()),
              PhoneGroupings.demandTrunk(formatted, region.getNationalPrefix())),
          own.get(i));
    }
    international = sets.union(international, coded(code, plan));
    int spoken = sets.union(sets.union(plan, trunk(all.get(0), plan)), ofWhatsApp);
    written = sets.union(written, coded(code, spoken));
  }

  /**
   * The lengths of the region's fixed and mobile numbers, bit n for n digits; of the largest region all that it calls possible
   * with its area code.
   */
  private int lengths(PhoneMetadata region, boolean largest) {
    int lengths = sets.lengths(sets.union(
        described(region.getFixedLine(), region.getGeneralDesc()),
        described(region.getMobile(), region.getGeneralDesc())));
    for (int length : region.getGeneralDesc().getPossibleLengthList()) {
      lengths |= largest && length > 0 ? 1 << length : 0;
    }
    return lengths;
  }

  private int coded(int code, int numbers) {
    return sets.concatenation(sets.word(String.valueOf(code)), numbers);
  }

  /** What the library takes for a number of this region before it looks at the regions after it. */
  private int claimed(PhoneMetadata region, int valid, boolean shared) {
    if (!shared || !region.hasLeadingDigits()) {
      return valid;
    }
    int rest = sets.repeated(sets.any(1), 0, LONGEST);
    return sets.concatenation(DigitPattern.strings(sets, region.getLeadingDigits()), rest);
  }

  /** A number is valid if it fits the general description and that of one kind. */
  private int valid(PhoneMetadata region) {
    int kinds = NONE;
    for (PhoneNumberDesc kind : List.of(
        region.getFixedLine(),
        region.getMobile(),
        region.getTollFree(),
        region.getPremiumRate(),
        region.getSharedCost(),
        region.getPersonalNumber(),
        region.getVoip(),
        region.getPager(),
        region.getUan(),
        region.getVoicemail())) {
      kinds = sets.union(kinds, described(kind, region.getGeneralDesc()));
    }
    return sets.intersection(kinds, described(region.getGeneralDesc(), region.getGeneralDesc()));
  }

  private int described(PhoneNumberDesc kind, PhoneNumberDesc general) {
    List<Integer> lengths = kind.getPossibleLengthCount() == 0
        ? general.getPossibleLengthList()
        : kind.getPossibleLengthList();
    int possible = NONE;
    for (int length : lengths) {
      possible = length > 0 ? sets.union(possible, sets.any(length)) : possible;
    }
    return sets.intersection(possible, DigitPattern.strings(sets, kind.getNationalNumberPattern()));
  }

  private int trunk(PhoneMetadata region, int plan) {
    String rule = region.getNationalPrefixTransformRule();
    if (rule.equals("$1") && region.getNationalPrefix().isEmpty()) {
      return sets.intersection(
          DigitPattern.strings(sets, region.getNationalPrefixForParsing()),
          sets.concatenation(sets.any(1), plan));
    }
    int prefixes = sets.difference(prefixes(region), EMPTY);
    int numbers = sets.concatenation(prefixes, plan);
    return rule.equals("9$1") ? sets.union(numbers, withFifteen(region, plan)) : numbers;
  }

  /** The trunk prefix with the carriers' codes that may follow it; not the forms that leave out the area code. */
  private int prefixes(PhoneMetadata region) {
    String rule = region.getNationalPrefixTransformRule();
    String pattern = region.getNationalPrefixForParsing();
    if (rule.equals("9$1")) {
      return sets.word(region.getNationalPrefix());
    }
    if (rule.equals("$2")) {
      return DigitPattern.strings(sets, pattern.replace("(\\d{10,11})", ""));
    }
    int prefixes = NONE;
    for (String alternative : topLevel(pattern)) {
      if (!alternative.endsWith("$")) {
        prefixes = sets.union(prefixes, DigitPattern.strings(sets, alternative));
      }
    }
    return prefixes;
  }

  private static List<String> topLevel(String pattern) {
    List<String> alternatives = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && depth == 0) {
        alternatives.add(pattern.substring(from, i));
        from = i + 1;
      }
    }
    alternatives.add(pattern.substring(from));
    return alternatives;
  }

  /** Argentina: abroad 9, area and number; at home area, 15 and number. */
  private int withFifteen(PhoneMetadata region, int plan) {
    String pattern = region.getNationalPrefixForParsing();
    String areas = pattern.substring(pattern.indexOf("(?:(") + 3, pattern.lastIndexOf("15)?"));
    int mobile = behind(DigitPattern.strings(sets, areas), sets.word("15"), sets.next(plan, 9));
    return sets.union(mobile, sets.concatenation(sets.word(region.getNationalPrefix()), mobile));
  }

  /** The strings of {@code numbers} that begin with one of {@code heads}, with {@code between} put behind it. */
  private int behind(int heads, int between, int numbers) {
    if (heads == NONE || numbers == NONE) {
      return NONE;
    }
    int result = sets.ends(heads) ? sets.concatenation(between, numbers) : NONE;
    for (int digit = 0; digit < 10; digit++) {
      int tail = behind(sets.next(heads, digit), between, sets.next(numbers, digit));
      result = sets.union(result, sets.concatenation(sets.word(String.valueOf(digit)), tail));
    }
    return result;
  }

  /** WhatsApp keeps a 1 before mobile numbers of Mexico, and leaves out the 9 of those of Brazil that once had none. */
  private int ofWhatsApp(int code, PhoneMetadata region) {
    int mobile = described(region.getMobile(), region.getGeneralDesc());
    if (code == MEXICO) {
      return sets.concatenation(sets.word("1"), mobile);
    }
    int eight = sets.concatenation(sets.oneOf(0b11_1100_0000), sets.any(7));
    return code == BRAZIL
        ? sets.intersection(dropped(mobile, 2, 9), sets.concatenation(sets.any(2), eight))
        : NONE;
  }

  /** The strings of {@code numbers} that have {@code digit} at a place, without it. */
  private int dropped(int numbers, int place, int digit) {
    if (place == 0) {
      return sets.next(numbers, digit);
    }
    int result = NONE;
    for (int d = 0; d < 10; d++) {
      int tail = dropped(sets.next(numbers, d), place - 1, digit);
      result = sets.union(result, sets.concatenation(sets.word(String.valueOf(d)), tail));
    }
    return result;
  }

  private static PhoneMetadata region(String name) throws IOException {
    return read("PhoneNumberMetadataProto_" + name);
  }

  static PhoneMetadata read(String name) throws IOException {
    PhoneMetadataCollection all = new PhoneMetadataCollection();
    try (InputStream data = PhoneNumberUtil.class.getResourceAsStream(DATA + name);
        ObjectInputStream in = new ObjectInputStream(data)) {
      all.readExternal(in);
    }
    return all.getMetadataList().get(0);
  }

  private static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = PhoneNumberUtil.class.getResourceAsStream(VERSION)) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }
}
