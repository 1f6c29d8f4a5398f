package io.waxseal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.MessageId;
import io.waxseal.message.part.ContactCard;
import io.waxseal.message.part.PostalAddress;
import io.waxseal.person.ContactPoint;
import java.time.LocalDate;
import java.util.Collections;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places, cards of contacts and reactions. */
class PlaceAndContactTest {
  private static final ContactPoint TO = ContactPoint.phone("15550001111");
  private static final MessageId MESSAGE = new MessageId("wamid.1");
  private static final ContactCard ANA =
      ContactCard.builder("Ana Silva").firstName("Ana").build();

  private static String part(Message message) {
    return message.part().toText();
  }

  private static void refused(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("planted");
  }

  private static ContactCard.Builder card() {
    return ContactCard.builder("text").firstName("text");
  }

  private static ContactCard[] cards(int count) {
    return Collections.nCopies(count, ANA).toArray(ContactCard[]::new);
  }

  @Test
  void aPlaceTravelsAsNumbersWithoutAnExponent() {
    assertThat(part(LocationMessage.to(TO, 0.000001, -122.16153582049394)))
        .isEqualTo("{\"latitude\":0.0000010,\"longitude\":-122.16153582049394}");
    assertThat(part(LocationMessage.to(TO, 90, -180).name("home").address("1 Hill")))
        .contains("90.0", "-180.0", "\"name\":\"home\",\"address\":\"1 Hill\"");
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        90.000_001,
        -90.000_001,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  void aLatitudeEndsAtThePoles(double degrees) {
    refused(() -> LocationMessage.to(TO, degrees, 0), "a latitude is -90 to 90");
  }

  @ParameterizedTest
  @ValueSource(doubles = {180.000_001, -180.000_001, Double.NaN})
  void aLongitudeEndsAtTheDateLine(double degrees) {
    refused(() -> LocationMessage.to(TO, 0, degrees), "a longitude is -180 to 180");
  }

  @Test
  void textsOfAPlaceAreMappedAndNeverBlank() {
    Message place = LocationMessage.to(TO, 1, 2).name("text").address("text");
    assertThat(part(place.mapText(text -> "#" + text)).split("#text", -1)).hasSize(3);
    refused(() -> LocationMessage.to(TO, 1, 2).name(" "), "name of a location");
    refused(() -> place.mapText(text -> ""), "location");
  }

  @Test
  void aCardTravelsWithAllItsParts() {
    ContactCard card = ContactCard.builder("Ana Silva")
        .firstName("Ana")
        .phone("+351 912", "Mobile", "351912")
        .phoneOnWhatsApp("+351 913", "351913")
        .email("a@example.org", "Work")
        .url("https://example.org")
        .address(PostalAddress.empty().street("1 Hill").city("Porto").countryCode("PT"))
        .company("Silva")
        .birthday(LocalDate.of(1999, 1, 23))
        .build();
    assertThat(card.json().toText())
        .isEqualTo("{\"name\":{\"formatted_name\":\"Ana Silva\",\"first_name\":\"Ana\"},"
            + "\"phones\":[{\"phone\":\"+351 912\",\"type\":\"Mobile\",\"wa_id\":\"351912\"},"
            + "{\"phone\":\"+351 913\",\"wa_id\":\"351913\"}],"
            + "\"emails\":[{\"email\":\"a@example.org\",\"type\":\"Work\"}],"
            + "\"urls\":[{\"url\":\"https://example.org\"}],"
            + "\"addresses\":[{\"street\":\"1 Hill\",\"city\":\"Porto\",\"country_code\":\"PT\"}],"
            + "\"org\":{\"company\":\"Silva\"},\"birthday\":\"1999-01-23\"}");
  }

  @Test
  void aCardHasAPartOfTheNameToo() {
    assertThatThrownBy(() -> ContactCard.builder("planted").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("firstName", "suffix")
        .hasMessageNotContaining("planted");
    assertThatThrownBy(() -> card().firstName("again"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("first name");
  }

  @Test
  void aMessageHas1To257Cards() {
    ContactsMessage.to(TO, cards(257));
    refused(() -> ContactsMessage.to(TO, cards(258)), "1 to 257", "258");
    refused(() -> ContactsMessage.to(TO), "1 to 257", "it is 0");
  }

  @Test
  void whatIsOnACardHasItsShape() {
    refused(() -> card().phone("1", "planted", "planted"), "WhatsApp id");
    refused(() -> card().phoneOnWhatsApp("1", "1234"), "5 to 20 digits");
    refused(() -> card().phoneOnWhatsApp("1", "1".repeat(21)), "5 to 20 digits");
    refused(() -> card().email(" "), "email of a contact");
    refused(() -> PostalAddress.empty().countryCode("PRT"), "two letters");
    refused(() -> PostalAddress.empty().city(""), "city of an address");
  }

  @Test
  void everyTextOfACardIsMappedButNoDateAndNoCode() {
    ContactCard card = card()
        .phone("text", "text")
        .email("text", "text")
        .url("text", "text")
        .address(PostalAddress.empty().country("text").zip("text").countryCode("PT"))
        .title("text")
        .birthday(LocalDate.of(1999, 1, 23))
        .build();
    String mapped =
        part(ContactsMessage.to(TO, card).mapText(text -> text.replace("text", "#text")));
    assertThat(mapped.split("#text", -1)).hasSize(12);
    assertThat(mapped).contains("\"1999-01-23\"", "\"PT\"");
    refused(() -> card.mapText(text -> " "), "of a contact");
  }

  @Test
  void aReactionAndItsRemovalTravelAlike() {
    assertThat(part(ReactionMessage.to(TO, MESSAGE, "\ud83d\ude00")))
        .isEqualTo("{\"message_id\":\"wamid.1\",\"emoji\":\"\ud83d\ude00\"}");
    assertThat(part(ReactionMessage.removal(TO, MESSAGE)))
        .isEqualTo("{\"message_id\":\"wamid.1\",\"emoji\":\"\"}");
  }

  @Test
  void nothingMakesAReactionARemoval() {
    refused(() -> ReactionMessage.to(TO, MESSAGE, ""), "emoji");
    refused(() -> ReactionMessage.to(TO, MESSAGE, "x").mapText(text -> ""), "emoji");
    assertThat(part(ReactionMessage.removal(TO, MESSAGE).mapText(text -> "x")))
        .contains("\"emoji\":\"\"");
  }

  @Test
  void aReactionAnswersNoMessage() {
    refused(() -> ReactionMessage.to(TO, MESSAGE, "x").inReplyTo(MESSAGE), "reaction");
    assertThat(ReactionMessage.to(TO, MESSAGE, "x").correlation("7").correlation())
        .contains("7");
  }

  @Test
  void nothingOfThemShowsInToString() {
    ContactCard card = ContactCard.builder("planted").firstName("planted").build();
    assertThat(card).hasToString("ContactCard");
    assertThat(ContactsMessage.to(TO, card)).hasToString("Message[contacts]");
    assertThat(LocationMessage.to(TO, 1, 2)).hasToString("Message[location]");
    assertThat(ReactionMessage.removal(TO, MESSAGE)).hasToString("Message[reaction]");
    assertThat(PostalAddress.empty().city("planted")).hasToString("PostalAddress");
  }
}
