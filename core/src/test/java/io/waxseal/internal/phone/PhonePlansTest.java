package io.waxseal.internal.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonePlansTest {

  private static final PhonePlans PLANS = PhonePlans.STANDARD;

  @Test
  void theTableNamesItsSource() {
    assertThat(PLANS.source()).matches("libphonenumber [0-9.]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4915112345678", "12125550182", "390612345678", "80012345678"})
  void anInternationalNumberIsValidByItsPlan(String digits) {
    assertThat(PLANS.admits(PLANS.international(), digits)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4", "49", "9991234567", "11125550182", "121255501821", "4915112345x78"})
  void whatIsNoNumberOfAnyPlanIsNot(String digits) {
    assertThat(PLANS.admits(PLANS.international(), digits)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"49015112345678", "5215512345678", "551187654321", "4915112345678"})
  void peopleAndWhatsAppWriteSomeNumbersOtherwise(String digits) {
    assertThat(PLANS.admits(PLANS.written(), digits)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DE, 015112345678",
    "GB, 07400123456",
    "FR, 0612345678",
    "AR, 01115 23456789",
    "BR, 0 15 11961238690",
    "HU, 06201234567",
    "RU, 89123456789"
  })
  void aNationalNumberMayHaveItsTrunkPrefix(String country, String number) {
    PhoneRegion region = PLANS.region(country);
    assertThat(PLANS.admits(region.trunk(), number.replace(" ", ""))).isTrue();
    assertThat(PLANS.admits(region.plain(), number.replace(" ", ""))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"DE, true", "FR, true", "ES, false", "US, false", "IN, false", "BR, false"})
  void whereTheTrunkPrefixIsAlwaysWrittenIsKnown(String country, boolean always) {
    assertThat(PLANS.region(country).trunkWritten()).isEqualTo(always);
  }

  @ParameterizedTest
  @CsvSource({
    "4915112345678, DE",
    "12125550182, US",
    "14165550182, CA",
    "18765550182, JM",
    "77012345678, KZ",
    "79123456789, RU",
    "447781123456, GG",
    "3906698123456, VA",
    "5215512345678, MX",
    "551187654321, BR",
    "80012345678, ''",
    "999123, ''",
    "'', ''",
    "4x, ''"
  })
  void theCountryOfANumberIsKnown(String number, String country) {
    assertThat(PLANS.countryOf(number)).isEqualTo(country);
  }

  @ParameterizedTest
  @CsvSource({"121, 1", "491, 49", "351, 351", "000, 0", "999, 0", "210, 0", "711, 7"})
  void theCallingCodeOfThreeDigitsIsKnown(int firstThree, int code) {
    assertThat(PLANS.code(firstThree)).isEqualTo(code);
  }

  @Test
  void anUnknownCountryHasNoNumbers() {
    assertThat(PLANS.region("")).isSameAs(PhoneRegion.NONE);
    assertThat(PLANS.region("ZZ")).isSameAs(PhoneRegion.NONE);
    assertThat(PLANS.admits(PhoneRegion.NONE.plain(), "")).isFalse();
    for (int digit = 0; digit < 10; digit++) {
      assertThat(PLANS.next(PhonePlans.DEAD, digit)).isEqualTo(PhonePlans.DEAD);
    }
  }
}
