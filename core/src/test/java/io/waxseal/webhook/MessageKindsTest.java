package io.waxseal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.person.ContactPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a handler reads of each kind of message. */
final class MessageKindsTest {
  @Test
  void aPictureTellsItsFile() {
    ImageReceived image =
        (ImageReceived) Payloads.parse(Payloads.fixture("image.json")).get(0).event();
    ReceivedMedia media = image.media();
    assertThat(media.id()).isEqualTo("900001");
    assertThat(media.mimeType()).contains("image/jpeg");
    assertThat(media.sha256()).contains("c2hhMjU2IG9mIGEgcGljdHVyZQ==");
    assertThat(media.number()).contains(new PhoneNumberId("111"));
    assertThat(image.caption()).contains("the broken lamp");
    assertThat(media.toString()).doesNotContain("900001", "lamp");
  }

  @Test
  void eachKindOfFileHasItsOwnClass() {
    VideoReceived video = read("video", "{\"id\":5,\"caption\":\"see\"}");
    assertThat(video.media().id()).isEqualTo("5");
    assertThat(video.caption()).contains("see");
    AudioReceived audio = read("audio", "{\"id\":\"5\",\"voice\":\"true\"}");
    assertThat(audio.voice()).isTrue();
    DocumentReceived document =
        read("document", "{\"id\":\"5\",\"filename\":\"menu.pdf\",\"caption\":\"\"}");
    assertThat(document.fileName()).contains("menu.pdf");
    assertThat(document.caption()).isEmpty();
    StickerReceived sticker =
        read("sticker", "{\"id\":\"5\",\"animated\":true,\"url\":\"https://x.example\"}");
    assertThat(sticker.animated()).isTrue();
    assertThat(sticker.media().url()).contains("https://x.example");
  }

  @Test
  void aPlaceHasCoordinatesInEitherForm() {
    LocationReceived place = read(
        "location",
        "{\"latitude\":52.5,\"longitude\":\"-13.4\",\"name\":\"Home\",\"address\":\"Street 1\"}");
    assertThat(place.latitude()).hasValue(52.5);
    assertThat(place.longitude()).hasValue(-13.4);
    assertThat(place.name()).contains("Home");
    assertThat(place.address()).contains("Street 1");
  }

  @Test
  void aPlaceThatAFilterReplacedHasNoCoordinates() {
    LocationReceived place =
        read("location", "{\"latitude\":\"[GEO:52.5]\",\"longitude\":\"[GEO]\",\"name\":\"Home\"}");
    assertThat(place.latitude()).isEmpty();
    assertThat(place.longitude()).isEmpty();
    assertThat(place.name()).contains("Home");
  }

  @Test
  void aPlaceOutsideTheEarthIsUnreadable() {
    Unreadable odd = readOdd("location", "{\"latitude\":91,\"longitude\":1}");
    assertThat(odd.path()).isEqualTo("location.latitude");
    assertThat(readOdd("location", "{\"latitude\":1,\"longitude\":\"1e999999999\"}")
            .path())
        .isEqualTo("location.longitude");
  }

  @Test
  void aMessageWithoutATypeIsKnownByWhatItHolds() {
    WebhookEvent event = event("\"location\":{\"latitude\":1,\"longitude\":2}");
    assertThat(event).isInstanceOf(LocationReceived.class);
  }

  @Test
  void aTapTellsWhatTheBusinessGaveTheButton() {
    ButtonReplied reply = read(
        "interactive",
        "{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"yes\",\"title\":\"Yes\"}}");
    assertThat(reply.replyId()).isEqualTo("yes");
    assertThat(reply.title()).contains("Yes");
    assertThat(reply.ofTemplate()).isFalse();
    ButtonReplied quick = read("button", "{\"payload\":\"p1\",\"text\":\"Fine\"}");
    assertThat(quick.replyId()).isEqualTo("p1");
    assertThat(quick.ofTemplate()).isTrue();
    assertThat(((ButtonReplied) read("button", "{\"text\":\"Fine\"}")).replyId())
        .isEqualTo("Fine");
  }

  @Test
  void aRowOfAListTellsItsId() {
    ListReplied row = read(
        "interactive",
        "{\"list_reply\":{\"id\":\"r1\",\"title\":\"Soup\",\"description\":\"hot\"}}");
    assertThat(List.of(row.replyId(), row.title().orElse(""), row.description().orElse("")))
        .containsExactly("r1", "Soup", "hot");
  }

  @Test
  void aFlowTellsItsAnswersAndFiles() {
    FlowReplied flow = read(
        "interactive",
        "{\"nfm_reply\":{\"name\":\"flow\",\"body\":\"Sent\",\"response_json\":"
            + "\"{\\\"flow_token\\\":\\\"t\\\",\\\"guests\\\":4,\\\"photos\\\":[{\\\"id\\\":\\\"9\\\",\\\"file_name\\\":\\\"a.jpg\\\"}]}\"}}");
    assertThat(flow.flowToken()).contains("t");
    assertThat(flow.response().text("guests")).contains("4");
    assertThat(flow.files("photos").get(0).fileName()).contains("a.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "no json", "{\\\"a\\\":", "7"})
  void aFlowWhoseAnswersAreNoObjectStillTellsThem(String odd) {
    FlowReplied flow = read("interactive", "{\"nfm_reply\":{\"response_json\":\"" + odd + "\"}}");
    assertThat(flow.response().members()).isEmpty();
    assertThat(flow.responseJson()).isPresent();
    assertThat(flow.flowToken()).isEmpty();
  }

  @Test
  void aCallPermissionTellsWhoAnswered() {
    CallPermissionReplied reply = read(
        "interactive",
        "{\"call_permission_reply\":{\"response\":\"accept\",\"is_permanent\":false,\"expiration_timestamp\":\"1789000000\",\"response_source\":\"automatic\"}}");
    assertThat(reply.accepted()).isTrue();
    assertThat(reply.permanent()).isFalse();
    assertThat(reply.automatic()).isTrue();
    assertThat(reply.expiresAt()).contains(Instant.ofEpochSecond(1_789_000_000L));
  }

  @Test
  void anAnswerWithoutAClassOfItsOwnIsStillAnAnswer() {
    InteractiveReceived other = read("interactive", "{\"type\":\"product\",\"product\":{}}");
    assertThat(other.type()).contains("product");
    PaymentMethodChosen paid = read(
        "interactive",
        "{\"payment_method\":{\"payment_method\":\"card\",\"reference_id\":\"o-1\"}}");
    assertThat(paid.method()).contains("card");
    assertThat(paid.referenceId()).contains("o-1");
  }

  @Test
  void aReactionIsSetOrTakenBack() {
    ReactionReceived set = read("reaction", "{\"message_id\":\"m0\",\"emoji\":\"+\"}");
    assertThat(set.emoji()).contains("+");
    assertThat(set.message()).isEqualTo(new MessageId("m0"));
    ReactionReceived gone = read("reaction", "{\"message_id\":\"m0\",\"emoji\":\"\"}");
    assertThat(gone.removed()).isTrue();
  }

  @Test
  void anOrderTellsWhatCanBeCounted() {
    OrderReceived order = read(
        "order",
        "{\"catalog_id\":7,\"text\":\"soon\",\"product_items\":[{\"product_retailer_id\":\"p\",\"quantity\":\"2\",\"item_price\":9.5,\"currency\":\"EUR\"},"
            + "{\"quantity\":-1,\"item_price\":\"free\"}]}");
    assertThat(order.catalogId()).contains("7");
    assertThat(order.items().get(0))
        .isEqualTo(new OrderedItem(
            Optional.of("p"),
            Optional.of(2L),
            Optional.of(new BigDecimal("9.5")),
            Optional.of("EUR")));
    assertThat(order.items().get(1).quantity()).isEmpty();
    assertThat(order.items().get(1).price()).isEmpty();
  }

  @Test
  void aCardTellsItsNumbers() {
    ContactsReceived cards = read(
        "contacts",
        "[{\"name\":{\"formatted_name\":\"A B\",\"first_name\":\"A\"},\"phones\":[{\"phone\":\"+49 1\",\"wa_id\":\"491\"}],\"emails\":[{\"email\":\"a@b.example\"}],\"origin\":\"other\",\"vcard\":null}]");
    SharedContact card = cards.contacts().get(0);
    assertThat(card.name()).contains("A B");
    assertThat(card.phones()).containsExactly("+49 1");
    assertThat(card.waIds()).containsExactly("491");
    assertThat(card.emails()).containsExactly("a@b.example");
    assertThat(card.origin()).contains("other");
    assertThat(card.vcard()).isEmpty();
    assertThat(card.toString()).doesNotContain("A B");
  }

  @Test
  void whatSurroundsAMessageIsTyped() {
    TextReceived text = (TextReceived)
        event(
            "\"type\":\"text\",\"text\":{\"body\":\"hi\"},\"context\":{\"id\":\"m0\",\"forwarded\":\"true\",\"referred_product\":{\"catalog_id\":\"c\",\"product_retailer_id\":\"p\"}},"
                + "\"referral\":{\"source_id\":\"s\",\"headline\":\"h\",\"video_url\":\"v\",\"ctwa_clid\":\"x\",\"welcome_message\":{\"text\":\"w\"}},"
                + "\"errors\":[{\"code\":\"131051\",\"title\":\"t\",\"error_data\":{\"details\":\"d\"}}]");
    assertThat(text.inReplyTo()).contains(new MessageId("m0"));
    assertThat(text.context().forwarded()).isTrue();
    assertThat(text.context().frequentlyForwarded()).isFalse();
    assertThat(text.context().product())
        .contains(new ReferredProduct(Optional.of("c"), Optional.of("p")));
    Referral referral = text.referral().orElseThrow();
    assertThat(referral.mediaUrl()).contains("v");
    assertThat(referral.clickId()).contains("x");
    assertThat(referral.welcomeText()).contains("w");
    assertThat(text.errors().get(0).code()).contains(131051);
    assertThat(text.errors().get(0).details()).contains("d");
  }

  @Test
  void theSenderIsTheUserIdBeforeTheNumber() {
    MessageReceived both = (MessageReceived)
        event(
            "\"from\":\"4915550100001\",\"from_user_id\":\"DE.1\",\"type\":\"text\",\"text\":{\"body\":\"hi\"}");
    assertThat(both.sender()).isEqualTo(ContactPoint.bsuid("DE.1"));
    MessageReceived phone =
        (MessageReceived) event("\"from\":\"4915550100001\",\"type\":\"unsupported\"");
    assertThat(phone.sender()).isEqualTo(ContactPoint.phone("4915550100001"));
    MessageReceived nobody = (MessageReceived) event("\"type\":\"hologram\"");
    assertThatIllegalStateException().isThrownBy(nobody::sender).withMessageContaining("from()");
  }

  @Test
  void whatMetaDoesNotDeliverSaysWhatItWas() {
    UnsupportedReceived poll =
        (UnsupportedReceived) event("\"type\":\"unsupported\",\"unsupported\":{\"type\":\"poll\"}");
    assertThat(poll.what()).contains("poll");
    assertThat(event("\"type\":\"unknown\"")).isInstanceOf(UnsupportedReceived.class);
    assertThat(event("\"type\":\"request_welcome\"")).isInstanceOf(WelcomeRequested.class);
  }

  @Test
  void aMessageTakenBackNamesIt() {
    RevocationReceived revoked = read("revoke", "{\"original_message_id\":\"m0\"}");
    assertThat(revoked.original()).contains(new MessageId("m0"));
  }

  @Test
  void anEditTellsTheFileItHasNow() {
    EditReceived edit = read(
        "edit",
        "{\"original_message_id\":\"m0\",\"message\":{\"type\":\"image\",\"image\":{\"id\":\"7\",\"caption\":\"new\"}}}");
    assertThat(edit.media().orElseThrow().id()).isEqualTo("7");
    assertThat(edit.text()).contains("new");
  }

  @Test
  void aChangedNumberTellsOldAndNew() {
    SystemReceived changed = (SystemReceived)
        event(
            "\"type\":\"system\",\"from\":\"4915550100001\",\"system\":{\"type\":\"user_changed_number\",\"wa_id\":\"4915550100002\",\"user_id\":\"DE.2\",\"previous_user_id\":\"DE.1\"}");
    assertThat(changed.change()).contains("user_changed_number");
    assertThat(changed.from()).contains(ContactPoint.phone("4915550100002"));
    assertThat(changed.previous()).contains(ContactPoint.bsuid("DE.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image",
        "video",
        "audio",
        "document",
        "sticker",
        "location",
        "contacts",
        "reaction",
        "button",
        "order",
        "system",
        "edit",
        "revoke",
        "text"
      })
  void aKnownKindOfAnotherShapeNamesThePlaceAndStaysAMessage(String type) {
    for (String odd : List.of("7", "\"secret words\"", "null", "[\"secret words\"]", "{}")) {
      WebhookEvent event = event("\"type\":\"" + type + "\",\"" + type + "\":" + odd);
      assertThat(event).isInstanceOf(MessageReceived.class);
      if (event instanceof Unreadable unreadable) {
        assertThat(unreadable.path()).startsWith(type).doesNotContain("secret");
        assertThat(event.raw().get(type)).isPresent();
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends WebhookEvent> T read(String type, String part) {
    return (T) event("\"type\":\"" + type + "\",\"" + type + "\":" + part);
  }

  private static Unreadable readOdd(String type, String part) {
    return read(type, part);
  }

  private static WebhookEvent event(String members) {
    return Payloads.parse(Payloads.messages("\"messages\":[{\"id\":\"m1\"," + members + "}]"))
        .get(0)
        .event();
  }
}
