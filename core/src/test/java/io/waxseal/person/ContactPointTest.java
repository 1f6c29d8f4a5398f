package io.waxseal.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactPointTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"+49 151 1234-5678", "4915112345678", "+49 (151) 12345678", "+49.151.12345678"})
  void spellingsOfANumberAreOnePoint(String number) {
    assertThat(ContactPoint.phone(number).value()).isEqualTo("4915112345678");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "123456",
        "1234567890123456",
        "0151123456",
        "00491511234567",
        "++4915112345678",
        "+49+15112345678",
        "+49 151 abc",
        "US.13491208655302741918",
        "+49\n15112345678",
        "\u0664\u0669151\u06612345678",
        "\uff14\uff19\uff11\uff15\uff11\uff12\uff13\uff14"
      })
  void whatIsNoNumberIsRefused(String number) {
    assertThatThrownBy(() -> ContactPoint.phone(number))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNumberIsWrittenAsItsCountryWritesIt() {
    assertThat(ContactPoint.phone("US", "(650) 555-1234"))
        .isEqualTo(ContactPoint.phone("16505551234"));
    assertThatThrownBy(() -> ContactPoint.phone("UK", "07700 900123"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ISO 3166-1");
  }

  @Test
  void whatMetaSendsIsTakenAsItComes() {
    for (String odd : new String[] {"4407700900123", "12345", "491", "12345678901234567890"}) {
      assertThat(ContactPoint.ofWaId(odd).isPresent()).isEqualTo(odd.length() > 4);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5491123456789,541123456789",
    "541123456789,5491123456789",
    "5511987654321,551187654321",
    "551187654321,5511987654321",
    "5215512345678,525512345678",
    "525512345678,5215512345678",
    "551132654321,",
    "16505551234,",
    "4915112345678,",
    "5411234567,"
  })
  void theSpellingsThatMetaMayKnowAreOneNumber(String number, @Nullable String other) {
    ContactPoint.Phone phone = (ContactPoint.Phone) ContactPoint.ofWaId(number).orElseThrow();
    assertThat(phone.spellings())
        .extracting(ContactPoint.Phone::value)
        .isEqualTo(other == null ? List.of(number) : List.of(number, other));
    assertThat(phone.spellings())
        .allSatisfy(spelling -> assertThat(spelling.canonical()).isEqualTo(phone.canonical()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "US 7", "US.7\n", "4915112345678", "US.\u00e9", "US.\u0000"})
  void whatIsNoUserIdIsRefused(String id) {
    assertThatThrownBy(() -> ContactPoint.bsuid(id)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContactPoint.parentBsuid(id))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aUserIdHasAtMost150Characters() {
    assertThat(ContactPoint.bsuid("U".repeat(150)).value()).hasSize(150);
    assertThatThrownBy(() -> ContactPoint.bsuid("U".repeat(151)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "5511987654321,551187654321",
    "551187654321,551187654321",
    "5511932654321,5511932654321",
    "5491123456789,541123456789",
    "541123456789,541123456789",
    "5215512345678,525512345678",
    "525512345678,525512345678",
    "15550001111,15550001111",
    "4915112345678,4915112345678"
  })
  void aNumberHasOneCanonicalForm(String number, String canonical) {
    assertThat(ContactPoint.phone(number).canonical()).isEqualTo(canonical);
    assertThat(ContactPoint.phone(number).value()).isEqualTo(number);
  }

  @Test
  void aGroupsIdIsNoContactPoint() {
    assertThat(ContactPoint.ofWaId("Y2FwaV9ncm91cDo")).isEmpty();
    assertThat(ContactPoint.ofWaId("")).isEmpty();
    assertThat(ContactPoint.ofWaId("15550001111")).contains(ContactPoint.phone("15550001111"));
  }

  @Test
  void aPointReadsBackFromAStore() {
    for (ContactPoint point : new ContactPoint[] {
      ContactPoint.phone("15550001111"),
      ContactPoint.bsuid("US.1"),
      ContactPoint.parentBsuid("US.1")
    }) {
      assertThat(ContactPoint.restore(point.field(), point.value())).isEqualTo(point);
    }
    assertThatThrownBy(() -> ContactPoint.restore("username", "ana"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noPointShowsItself() {
    assertThat(ContactPoint.phone("15550001111").toString()).doesNotContain("555");
    assertThat(ContactPoint.bsuid("US.1349").toString()).doesNotContain("1349");
    assertThat(ContactPoint.parentBsuid("US.1349").toString()).doesNotContain("1349");
  }

  @Test
  void aContextHasBounds() {
    UUID id = UUID.randomUUID();
    assertThatThrownBy(() -> Context.of(RecordKind.MESSAGE, "", id, "f"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Context.of(RecordKind.MESSAGE, "c", id, "f".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Context(RecordKind.MESSAGE, "c", id, -1, "f"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
