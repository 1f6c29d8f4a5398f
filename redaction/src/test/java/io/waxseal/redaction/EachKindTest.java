package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.MessageId;
import io.waxseal.json.JsonObject;
import io.waxseal.message.AudioMessage;
import io.waxseal.message.ContactsMessage;
import io.waxseal.message.DocumentMessage;
import io.waxseal.message.ImageMessage;
import io.waxseal.message.LocationMessage;
import io.waxseal.message.Message;
import io.waxseal.message.RawMessage;
import io.waxseal.message.ReactionMessage;
import io.waxseal.message.StickerMessage;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.message.VideoMessage;
import io.waxseal.message.part.Attachment;
import io.waxseal.message.part.ContactCard;
import io.waxseal.message.part.PostalAddress;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Allowed;
import io.waxseal.send.Refused;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever kind of message holds a text, and wherever, the rule reads it. */
class EachKindTest {
  private static final ContactPoint TO = ContactPoint.phone("+49 1512 9990001");
  private static final Attachment FILE = Attachment.id("4242");
  private static final Redactor STANDARD = Redactor.standard();

  private static Arguments row(String place, Function<String, Message> holding) {
    return Arguments.of(place, holding);
  }

  private static Message card(Function<ContactCard.Builder, ContactCard.Builder> with) {
    ContactCard.Builder card = ContactCard.builder("Ana Silva").firstName("Ana");
    return ContactsMessage.to(TO, with.apply(card).build());
  }

  private static Message address(Function<PostalAddress, PostalAddress> with) {
    return card(card -> card.address(with.apply(PostalAddress.empty())));
  }

  static Stream<Arguments> texts() {
    MessageId message = new MessageId("wamid.1");
    return Stream.of(
        row("text", text -> TextMessage.to(TO, text)),
        row("template", text -> TemplateMessage.to(TO, "any", "en").body(text)),
        row(
            "raw",
            text ->
                RawMessage.to(TO, "glow", JsonObject.builder().put("a", text).build())),
        row("image.caption", text -> ImageMessage.to(TO, FILE).caption(text)),
        row("video.caption", text -> VideoMessage.to(TO, FILE).caption(text)),
        row("document.caption", text -> DocumentMessage.to(TO, FILE).caption(text)),
        row("document.filename", text -> DocumentMessage.to(TO, FILE).fileName(text)),
        row("location.name", text -> LocationMessage.to(TO, 1, 2).name(text)),
        row("location.address", text -> LocationMessage.to(TO, 1, 2).address(text)),
        row("reaction", text -> ReactionMessage.to(TO, message, text)),
        row(
            "contacts.first",
            text -> ContactsMessage.to(
                TO, ContactCard.builder(text).lastName("Silva").build())),
        row("contacts.name", text -> card(card -> card.suffix(text))),
        row("contacts.phone", text -> card(card -> card.phone(text, "Work"))),
        row("contacts.type", text -> card(card -> card.phone("+49 30 1", text))),
        row("contacts.email", text -> card(card -> card.email(text))),
        row("contacts.url", text -> card(card -> card.url(text))),
        row("contacts.org", text -> card(card -> card.department(text))),
        row("contacts.street", text -> address(address -> address.street(text))),
        row("contacts.zip", text -> address(address -> address.zip(text))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void aCardNumberIsRefusedWhereverItStands(String place, Function<String, Message> holding) {
    assertThat(GuardTest.check(STANDARD, holding.apply("4111 1111 1111 1111")))
        .isInstanceOf(Refused.class);
    assertThat(GuardTest.check(STANDARD, holding.apply("hello"))).isInstanceOf(Allowed.class);
  }

  static Stream<Arguments> links() {
    return Stream.of(
        row("image.link", link -> ImageMessage.to(TO, Attachment.link(link))),
        row("video.link", link -> VideoMessage.to(TO, Attachment.link(link))),
        row("audio.link", link -> AudioMessage.to(TO, Attachment.link(link))),
        row("document.link", link -> DocumentMessage.to(TO, Attachment.link(link))),
        row("sticker.link", link -> StickerMessage.to(TO, Attachment.link(link))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("links")
  void aCardNumberInTheNameOfAFileIsRefused(String place, Function<String, Message> holding) {
    assertThat(
            GuardTest.check(STANDARD, holding.apply("https://x.example/4111-1111-1111-1111.pdf")))
        .isInstanceOf(Refused.class);
    assertThat(GuardTest.check(STANDARD, holding.apply("https://x.example/menu.pdf")))
        .isInstanceOf(Allowed.class);
  }
}
