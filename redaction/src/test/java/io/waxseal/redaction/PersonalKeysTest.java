package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.redaction.detect.EntityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names of members say what their value is, as far as the value looks like it. */
class PersonalKeysTest {

  @ParameterizedTest
  @CsvSource({
    "'', from, 6505551, PHONE",
    "'', wa_id, 123456789012345, PHONE",
    "'', phoneNumber, +49 (151) 1234-567/8.9, PHONE",
    "'', from, 49151\u200B12345678, PHONE",
    "'', to, ٤٩١٥١١٢٣٤٥٦٧٨, PHONE",
    "threads, id, 491511234567, PHONE",
    "profile, name, Ana, PERSON",
    "values, name, Ana, PERSON",
    "location, name, the flat, ADDRESS",
    "'', surname, 王, PERSON",
    "'', street, Weg 7, ADDRESS",
    "'', username, ana, USERNAME",
    "'', user_id, US.1, BSUID",
    "'', address, Weg 7, ADDRESS",
    "'', dob, 7/9, DATE_OF_BIRTH",
    "'', zip, 123456789012, POSTAL_CODE",
    "'', postcode, SW1, POSTAL_CODE",
    "'', lat, 48.2, GEO"
  })
  void aNameAndAValueThatLooksLikeItSayWhatItIs(
      String around, String name, String value, String type) {
    assertThat(PersonalKeys.typeOf(around, name, value).map(EntityType::name)).contains(type);
  }

  @ParameterizedTest
  @CsvSource({
    "'', from, ''",
    "'', from, 123456",
    "'', wa_id, 1234567890123456",
    "'', phone, call 6505551234",
    "'', phone, 6505551234#",
    "threads, id, thread-7",
    "'', name, Ana",
    "profile, name, 7",
    "'', surname, 77",
    "'', username, 7",
    "'', user_id, US.",
    "'', user_id, uS.1",
    "'', user_id, Us.1",
    "'', user_id, US-1",
    "'', address, default",
    "'', address, 7 8",
    "'', address, ana at@example.com",
    "'', dob, 7",
    "'', zip, archive",
    "'', zip, 1234567890123",
    "'', lat, unknown"
  })
  void aValueThatLooksOtherwiseStays(String around, String name, String value) {
    assertThat(PersonalKeys.typeOf(around, name, value)).isEmpty();
  }
}
