package io.waxseal.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever is written: a point of 7 to 15 digits that reads back as itself, or a refusal that repeats none of it. */
class ContactPointFuzzTest {

  @FuzzTest
  void aNumberIsReadOrRefused(FuzzedDataProvider data) {
    boolean national = data.consumeBoolean();
    String country = data.consumeString(3);
    String written = data.consumeRemainingAsString();
    try {
      ContactPoint point =
          national ? ContactPoint.phone(country, written) : ContactPoint.phone(written);
      assertThat(point.value()).matches("[1-9][0-9]{6,14}");
      assertThat(ContactPoint.phone(point.value())).isEqualTo(point);
      assertThat(ContactPoint.phone("+" + point.value())).isEqualTo(point);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasNoCause();
      assertThat(written.length() < 24 || !e.getMessage().contains(written)).isTrue();
    }
  }
}
