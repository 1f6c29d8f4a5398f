package io.waxseal.redaction;

import static io.waxseal.redaction.Redacted.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Tenant;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.TextReceived;
import io.waxseal.webhook.WebhookElement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownValuesTest {

  private static final KnownValues NOTHING = KnownValues.none();

  @ParameterizedTest
  @CsvSource({
    "María José García, hola soy maria jose garcia!, hola soy [PERSON]!",
    "María José García, 'GARCÍA, María', '[PERSON], [PERSON]'",
    "Ana de la Cruz, soy Ana de la Cruz de Lima, soy [PERSON] de Lima",
    "Mark Rose, mark the rose, mark the rose",
    "Mark Rose, i am mark rose, i am [PERSON]",
    "Ana de la Cruz, de Ana o de la Cruz, de [PERSON] o [PERSON]",
    "Ana 🌸 Souza 🌸, Ana-Souza here, [PERSON] here",
    "Seán O'Brien, from O’Brien today, from [PERSON] today",
    "Bo, ask Bo or Bob, ask [PERSON] or Bob",
    "J., J. is here, J. is here",
    "王小明, 我是王小明。, 我是[PERSON]。",
    "Müller, Mu\u0308ller und Müllerin, [PERSON] und Müllerin",
    "خالد, اسمي خالد شكرا, اسمي [PERSON] شكرا",
    "My Shop, visit my shop, visit [PERSON]",
    "Shop, visit the shop, visit the shop"
  })
  void aNameIsFoundByItsPartsAsWholeWords(String name, String text, String redacted) {
    assertThat(redact(KnownValues.builder().name(name).build(), text)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4915112345678",
        "+49 151 12345678",
        "0049 151 123 456 78",
        "0151-12345678",
        "151 12345678",
        "(0151) 12345678",
        "49 (0) 151 12345678",
        "٤٩١٥١١٢٣٤٥٦٧٨",
        "151\u200B12345678"
      })
  void aNumberIsFoundInEverySpelling(String number) {
    KnownValues known = KnownValues.builder().number("4915112345678").build();
    assertThat(redact(known, "id " + number + " ok")).isEqualTo("id [PHONE] ok");
  }

  @ParameterizedTest
  @CsvSource({
    "5511961234567, 11 6123-4567",
    "551161234567, 11 96123-4567",
    "5215512345678, 55 1234 5678",
    "5491123456789, 11 2345 6789",
    "12125550182, 555 212 555 0182"
  })
  void theDigitsThatWhatsAppAddsOrLeavesOutMakeNoDifference(String own, String written) {
    KnownValues known = KnownValues.builder().number(own).build();
    assertThat(redact(known, "order " + written)).contains("[PHONE]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order 5112345678", "order 15112345679", "order 915112345678123456"})
  void anotherNumberIsNotTheKnownOne(String text) {
    KnownValues known = KnownValues.builder().number("4915112345678").build();
    assertThat(redact(known, text)).isEqualTo(text);
  }

  @Test
  void theNumbersCountryIsTheTextsCountry() {
    KnownValues french = KnownValues.builder().number("33612345678").build();
    assertThat(redact(NOTHING, "ok 06 98 76 54 32")).isEqualTo("ok 06 98 76 54 32");
    assertThat(redact(french, "ok 06 98 76 54 32")).isEqualTo("ok [PHONE]");
    assertThat(STANDARD.toBuilder()
            .region("DE")
            .build()
            .filter(Direction.EXPORT)
            .knowing(french)
            .redact("ok 06 98 76 54 32")
            .text())
        .isEqualTo("ok [PHONE]");
  }

  @Test
  void anEventTellsNameNumberAndCountryOfItsCustomer() {
    Redactor redactor = Redacted.with(PolicyRule.inbound(Treatment.label(), "PERSON", "PHONE"));
    Received filtered = redactor
        .beforeHandlers()
        .get(0)
        .filter(event("Ana here, not 0612345678 but 06 98 76 54 32"), null);
    assertThat(((TextReceived) filtered.event()).text())
        .isEqualTo("[PERSON] here, not [PHONE] but [PHONE]");
    assertThat(KnownValues.of(event("")).region()).isEqualTo("FR");
    assertThat(filtered.raw().toText()).doesNotContain("Ana");
  }

  @Test
  void anEventWithoutAContactTellsNothing() {
    JsonObject status =
        JsonObject.builder().put("field", "x").put("contact", "?").build();
    assertThat(KnownValues.of(received(status))).hasToString(KnownValues.none().toString());
  }

  @Test
  void whatIsKnownOfEveryTextSaysNothingOfItsCountry() {
    Redactor redactor = STANDARD.toBuilder()
        .addKnown(KnownValues.builder().number("33612345678").build())
        .build();
    assertThat(redactor.redact("ok 06 98 76 54 32, 33612345678").text())
        .isEqualTo("ok 06 98 76 54 32, [PHONE]");
    assertThat(redactor.toBuilder().build().redact("33612345678").text()).isEqualTo("[PHONE]");
  }

  @Test
  void anAllowedValueIsLeftWhereItIsTheWholeFinding() {
    KnownValues known = KnownValues.builder().allow(Set.of("+33612345678")).build();
    assertThat(redact(known, "call +33612345678")).isEqualTo("call +33612345678");
    assertThat(redact(known, "call +33698765432")).isEqualTo("call [PHONE]");
  }

  @Test
  void aCardAndASecretAreNeverAllowed() {
    KnownValues known =
        KnownValues.builder().allow(List.of("4111111111111111", "hunter2!x")).build();
    assertThat(redact(known, "card 4111111111111111, password: hunter2!x"))
        .isEqualTo("card [CREDIT_CARD], password: [SECRET_PASSWORD]");
  }

  @Test
  void whatIsKnownAddsUp() {
    RedactionFilter filter = STANDARD
        .filter(Direction.EXPORT)
        .knowing(KnownValues.builder().name("Ana Souza").build())
        .knowing(KnownValues.builder().allow(Set.of("+33612345678")).build());
    assertThat(filter.redact("Souza +33612345678").text()).isEqualTo("[PERSON] +33612345678");
    assertThat(filter.knowing(NOTHING).redact("Souza").text()).isEqualTo("[PERSON]");
  }

  @Test
  void theCountryOfWhatIsAddedCountsIfItHasOne() {
    KnownValues french = KnownValues.builder().number("33612345678").build();
    KnownValues german = KnownValues.builder().number("4915112345678").build();
    assertThat(french.and(KnownValues.builder().name("Ana Souza").build()).region())
        .isEqualTo("FR");
    assertThat(french.and(german).region()).isEqualTo("DE");
    assertThat(NOTHING.and(german)).isSameAs(german);
    assertThat(german.and(NOTHING)).isSameAs(german);
  }

  @Test
  void redactingTwiceIsRedactingOnce() {
    KnownValues known =
        KnownValues.builder().name("Phone Person").number("4915112345678").build();
    String once = redact(known, "Phone Person 0151 12345678 person");
    assertThat(once).isEqualTo("[PERSON] [PHONE] [PERSON]");
    assertThat(redact(known, once)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456", "0151123456", "49151-1234567", "1234567890123456"})
  void aKnownNumberIsDigitsWithItsCallingCode(String number) {
    assertThatThrownBy(() -> KnownValues.builder().number(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7 to 15 digits");
  }

  @Test
  void nothingKnownIsShown() {
    KnownValues known = KnownValues.builder()
        .name("Ana Souza")
        .number("4915112345678")
        .allow(Set.of("A-1"))
        .build();
    assertThat(known).hasToString("KnownValues[names=1, numbers=1, allowed=1]");
  }

  @Test
  void aLongTextOfOneNameIsReadInOnePass() {
    KnownValues known = KnownValues.builder().name("Ana Souza Ana Souza").build();
    String text = "ana ".repeat(100_000);
    assertThat(STANDARD.filter(Direction.EXPORT).knowing(known).findings(text)).hasSize(1);
  }

  private static Received event(String text) {
    JsonObject message = JsonObject.builder()
        .put("from", "33612345678")
        .put("id", "wamid.TEST")
        .put("timestamp", "1758254144")
        .put("type", "text")
        .put("text", JsonObject.builder().put("body", text).build())
        .build();
    JsonObject profile = JsonObject.builder().put("name", "Ana Souza").build();
    JsonObject contact =
        JsonObject.builder().put("profile", profile).put("wa_id", "33612345678").build();
    return received(JsonObject.builder()
        .put("field", "messages")
        .put("list", "messages")
        .put("contact", contact)
        .put("element", message)
        .build());
  }

  private static Received received(JsonObject slice) {
    Opened.Plain kept = new Opened.Plain(slice.toText().getBytes(StandardCharsets.UTF_8));
    return Received.of(
        UUID.randomUUID(),
        new Person(Tenant.DEFAULT, UUID.randomUUID()),
        WebhookElement.restore(kept));
  }

  private static String redact(KnownValues known, String text) {
    return STANDARD.filter(Direction.EXPORT).knowing(known).redact(text).text();
  }
}
