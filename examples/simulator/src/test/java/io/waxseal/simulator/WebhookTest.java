package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final String VALUE = "entry.changes.value.";
  private static final String CUSTOMER = "16505551234";
  private static final String HIDDEN = "US.13491208655302741918";

  private final Simulator simulator = Caller.builder()
      .clock(Clock.fixed(Instant.ofEpochSecond(1750030073), ZoneOffset.UTC))
      .start();
  private final Caller caller = new Caller(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void aCustomersTextArrivesWithPhoneAndUserId() {
    SignedWebhook webhook = simulator.customerWrites("+1 650 555 1234", "Pablo", "Hi");

    assertThat(at(webhook, "entry.id")).isEqualTo("102290129340398");
    assertThat(at(webhook, "metadata.phone_number_id", VALUE)).isEqualTo("106540352242922");
    assertThat(at(webhook, "contacts.wa_id", VALUE)).isEqualTo(CUSTOMER);
    assertThat(at(webhook, "messages.from", VALUE)).isEqualTo(CUSTOMER);
    assertThat(at(webhook, "messages.from_user_id", VALUE).toString()).matches("US\\.[0-9]{20}");
    assertThat(at(webhook, "messages.timestamp", VALUE)).isEqualTo("1750030073");
    assertThat(at(webhook, "messages.text.body", VALUE)).isEqualTo("Hi");
  }

  @Test
  void aHiddenCustomersTextHasNoPhoneAtAll() {
    SignedWebhook webhook = simulator.customerWrites(HIDDEN, "Sheena", "Hi");

    assertThat(at(webhook, "messages.from_user_id", VALUE)).isEqualTo(HIDDEN);
    assertThat(new String(webhook.body(), UTF_8)).doesNotContain("wa_id", "\"from\"");
  }

  @Test
  void aUserIdIsStableForAPersonAndDiffersBetweenPersons() {
    Object first = at(simulator.customerWrites(CUSTOMER, "Pablo", "1"), "contacts.user_id", VALUE);
    Object again = at(simulator.customerWrites(CUSTOMER, "Pablo", "2"), "contacts.user_id", VALUE);
    Object other =
        at(simulator.customerWrites("16505551235", "Ana", "3"), "contacts.user_id", VALUE);

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void everyTextHasItsOwnMessageId() {
    Object first = at(simulator.customerWrites(CUSTOMER, "Pablo", "Hi"), "messages.id", VALUE);
    Object second = at(simulator.customerWrites(CUSTOMER, "Pablo", "Hi"), "messages.id", VALUE);

    assertThat(first.toString()).startsWith("wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQ");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void theSignedBytesAreAsciiWithLowerCaseEscapes() {
    SignedWebhook webhook = simulator.customerWrites(CUSTOMER, "Zoë", "café 😀 a/b");

    assertThat(new String(webhook.body(), UTF_8))
        .contains("Zo\\u00eb", "caf\\u00e9 \\ud83d\\ude00 a/b")
        .matches("[\\x20-\\x7e]+");
    assertThat(at(webhook, "messages.text.body", VALUE)).isEqualTo("café 😀 a/b");
  }

  @Test
  void theSignatureIsTheMacOfTheRawBytes() {
    SignedWebhook webhook = simulator.customerWrites(CUSTOMER, "Pablo", "Hi");

    assertThat(webhook.signature())
        .isEqualTo("sha256=" + Hmac.sha256Hex(Caller.SECRET.getBytes(UTF_8), webhook.body()));
  }

  @Test
  void changingTheReturnedBytesDoesNotChangeTheWebhook() {
    SignedWebhook webhook = simulator.customerWrites(CUSTOMER, "Pablo", "Hi");
    webhook.body()[0] = 'X';

    assertThat(webhook.body()[0]).isEqualTo((byte) '{');
  }

  @Test
  void aWebhookPrintsNothingOfItsContent() {
    assertThat(simulator.customerWrites(CUSTOMER, "Pablo", "Hi").toString())
        .matches("SignedWebhook\\[[0-9]+ bytes]");
  }

  @Test
  void aStatusEchoesTheCallbackData() {
    SignedWebhook webhook =
        simulator.status(send("\"biz_opaque_callback_data\":\"order 7\","), "delivered");

    assertThat(at(webhook, "statuses.status", VALUE)).isEqualTo("delivered");
    assertThat(at(webhook, "statuses.recipient_id", VALUE)).isEqualTo(CUSTOMER);
    assertThat(at(webhook, "statuses.biz_opaque_callback_data", VALUE)).isEqualTo("order 7");
    assertThat(at(webhook, "statuses.pricing.category", VALUE)).isEqualTo("service");
  }

  @Test
  void aStatusRemembersTheCustomersName() {
    simulator.customerWrites(CUSTOMER, "Pablo", "Hi");

    assertThat(at(simulator.status(send(""), "read"), "contacts.profile.name", VALUE))
        .isEqualTo("Pablo");
  }

  @Test
  void aFailedStatusHasErrorsAndNoContacts() {
    SignedWebhook webhook = simulator.status(send(""), "failed");

    assertThat(at(webhook, "statuses.errors.code", VALUE)).isEqualTo(131026.0);
    assertThat(at(webhook, "contacts", VALUE)).isNull();
    assertThat(at(webhook, "statuses.pricing", VALUE)).isNull();
  }

  @Test
  void theReasonOfAFailureCanBeChosen() {
    SignedWebhook webhook = simulator.failed(send(""), 131049, "Not delivered");

    assertThat(at(webhook, "statuses.errors.code", VALUE)).isEqualTo(131049.0);
    assertThat(at(webhook, "statuses.errors.title", VALUE)).isEqualTo("Not delivered");
  }

  @Test
  void aStatusNeedsAnAcceptedMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.status("wamid.unknown", "sent"))
        .withMessageNotContaining("wamid");
  }

  @Test
  void aStatusIsOneOfFour() {
    String id = send("");
    assertThatIllegalArgumentException().isThrownBy(() -> simulator.status(id, "READ"));
  }

  @Test
  void aStopNamesTheCustomerByBothIds() {
    SignedWebhook webhook = simulator.preference(CUSTOMER, "stop");

    assertThat(at(webhook, "entry.changes.field")).isEqualTo("user_preferences");
    assertThat(at(webhook, "user_preferences.wa_id", VALUE)).isEqualTo(CUSTOMER);
    assertThat(at(webhook, "user_preferences.category", VALUE)).isEqualTo("marketing_messages");
    assertThat(at(webhook, "user_preferences.value", VALUE)).isEqualTo("stop");
    assertThat(at(webhook, "user_preferences.timestamp", VALUE)).isEqualTo(1750030073.0);
  }

  @Test
  void aPreferenceIsStopOrResume() {
    assertThatIllegalArgumentException().isThrownBy(() -> simulator.preference(CUSTOMER, "STOP"));
  }

  @Test
  void aCustomerIsANumberOrAUserId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.customerWrites("pablo", "Pablo", "Hi"))
        .withMessageNotContaining("pablo");
  }

  @Test
  void anAbsentArgumentIsNamed() {
    assertThatNullPointerException()
        .isThrownBy(() -> simulator.status(null, "sent"))
        .withMessage("messageId");
    assertThatNullPointerException()
        .isThrownBy(() -> simulator.failNext(null))
        .withMessage("failure");
  }

  private String send(String extra) {
    return caller
        .send(Caller.TEXT.replace("\"to\"", extra + "\"to\""))
        .at("messages.id")
        .toString();
  }

  private static Object at(SignedWebhook webhook, String path) {
    return Shape.value(webhook.body(), path);
  }

  private static Object at(SignedWebhook webhook, String path, String prefix) {
    return Shape.value(webhook.body(), prefix + path);
  }
}
