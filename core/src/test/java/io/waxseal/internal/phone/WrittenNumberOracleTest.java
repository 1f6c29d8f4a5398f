package io.waxseal.internal.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every country's fixed and mobile numbers are read as libphonenumber writes them. */
@Tag("data")
class WrittenNumberOracleTest {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private final Map<String, String> otherwise = new TreeMap<>();
  private int read;

  @Test
  void aNumberIsReadHoweverItIsWritten() {
    for (String country : new TreeSet<>(LIBRARY.getSupportedRegions())) {
      for (PhoneNumber number : examples(country)) {
        String digits = LIBRARY.format(number, PhoneNumberFormat.E164).substring(1);
        String abroad = LIBRARY.format(number, PhoneNumberFormat.INTERNATIONAL);
        String home = LIBRARY.format(number, PhoneNumberFormat.NATIONAL);
        compare(digits, abroad, () -> WrittenNumber.international(abroad));
        compare(digits, digits, () -> WrittenNumber.international(digits));
        compare(digits, country + " " + home, () -> WrittenNumber.national(country, home));
      }
    }
    System.out.printf("written numbers: %d read alike, otherwise %s%n", read, otherwise);
    assertThat(otherwise).isEmpty();
    assertThat(read).isGreaterThan(1_000);
  }

  private void compare(String digits, String written, Supplier<String> reading) {
    String result;
    try {
      result = reading.get();
    } catch (IllegalArgumentException e) {
      result = "refused";
    }
    if (result.equals(digits)) {
      read++;
    } else {
      otherwise.put(written, result);
    }
  }

  private static List<PhoneNumber> examples(String country) {
    return Stream.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.VOIP)
        .map(type -> LIBRARY.getExampleNumberForType(country, type))
        .filter(Objects::nonNull)
        .toList();
  }
}
