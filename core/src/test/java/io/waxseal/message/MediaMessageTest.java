package io.waxseal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.ContactPoint;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures, videos, recordings, documents and stickers. */
class MediaMessageTest {
  private static final ContactPoint TO = ContactPoint.phone("15550001111");
  private static final Attachment FILE = Attachment.id("4242");
  private static final Attachment LINK = Attachment.link("https://files.example/menu");

  private static String part(Message message) {
    return message.part().toText();
  }

  private static void refused(ThrowingCallable call, String... words) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContaining("planted");
  }

  @Test
  void eachKindTravelsWithTheFileAndWhatIsSaidOfIt() {
    assertThat(part(ImageMessage.to(TO, FILE).caption("hi")))
        .isEqualTo("{\"id\":\"4242\",\"caption\":\"hi\"}");
    assertThat(part(VideoMessage.to(TO, LINK)))
        .isEqualTo("{\"link\":\"https://files.example/menu\"}");
    assertThat(part(AudioMessage.to(TO, FILE))).isEqualTo("{\"id\":\"4242\"}");
    assertThat(part(AudioMessage.to(TO, FILE).voice()))
        .isEqualTo("{\"id\":\"4242\",\"voice\":true}");
    assertThat(part(DocumentMessage.to(TO, FILE).fileName("menu.pdf").caption("hi")))
        .isEqualTo("{\"id\":\"4242\",\"caption\":\"hi\",\"filename\":\"menu.pdf\"}");
    assertThat(part(StickerMessage.to(TO, FILE))).isEqualTo("{\"id\":\"4242\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://planted.example/a",
        "file:///planted",
        "/planted",
        "data:,planted",
        "https:planted",
        "https:///planted",
        "https://planted.example/a b",
        "javascript:planted()",
        " ",
        ""
      })
  void aLinkIsHttpsWithAHost(String link) {
    refused(() -> Attachment.link(link), "link of a file");
  }

  @Test
  void aMediaIdHasOneTo32Digits() {
    Attachment.id("1".repeat(32));
    refused(() -> Attachment.id("1".repeat(33)), "32 digits", "33 characters");
    refused(() -> Attachment.id(""), "32 digits", "0 characters");
    refused(() -> Attachment.id("planted"), "32 digits");
    refused(() -> Attachment.id("1/../2"), "32 digits");
  }

  static Stream<Function<String, Message>> captions() {
    return Stream.of(
        text -> ImageMessage.to(TO, FILE).caption(text),
        text -> VideoMessage.to(TO, FILE).caption(text),
        text -> DocumentMessage.to(TO, FILE).caption(text));
  }

  @ParameterizedTest
  @MethodSource("captions")
  void aCaptionHasOneTo1024CodePoints(Function<String, Message> captioned) {
    String astral = "\ud83d\ude00".repeat(1_024);
    assertThat(part(captioned.apply(astral))).contains(astral);
    refused(() -> captioned.apply(astral + "a"), "caption", "1 to 1024", "1025");
    refused(() -> captioned.apply(" "), "caption", "1 to 1024");
    Message message = captioned.apply("hi");
    refused(() -> message.mapText(text -> text + "a".repeat(1_023)), "1025");
  }

  @Test
  void aFileNameIsNotBlank() {
    refused(() -> DocumentMessage.to(TO, FILE).fileName(" "), "file name");
  }

  @Test
  void whatAReaderSeesIsMappedAndAnIdIsNot() {
    Message document = DocumentMessage.to(TO, FILE).caption("see").fileName("see.pdf");
    assertThat(part(document.mapText(text -> text.replace("see", "x"))))
        .isEqualTo("{\"id\":\"4242\",\"caption\":\"x\",\"filename\":\"x.pdf\"}");
    assertThat(part(StickerMessage.to(TO, FILE).mapText(text -> "x"))).contains("4242");
  }

  @Test
  void aLinkIsReadByFiltersAndStaysALink() {
    for (Message message : List.of(
        ImageMessage.to(TO, LINK),
        VideoMessage.to(TO, LINK),
        AudioMessage.to(TO, LINK),
        DocumentMessage.to(TO, LINK),
        StickerMessage.to(TO, LINK))) {
      assertThat(part(message.mapText(text -> text + "-2"))).contains("/menu-2");
      refused(() -> message.mapText(text -> "planted"), "https");
    }
  }

  @Test
  void eachSetterKeepsEverythingElse() {
    DocumentMessage message = DocumentMessage.to(TO, FILE)
        .fileName("menu.pdf")
        .inReplyTo(new MessageId("wamid.1"))
        .caption("hi")
        .from(new PhoneNumberId("1001"))
        .purpose("utility.order");
    assertThat(message.content().toText())
        .isEqualTo("{\"context\":{\"message_id\":\"wamid.1\"},\"type\":\"document\",\"document\":"
            + "{\"id\":\"4242\",\"caption\":\"hi\",\"filename\":\"menu.pdf\"}}");
    assertThat(message.purpose()).contains("utility.order");
    assertThat(part(AudioMessage.to(TO, FILE).voice().purpose("utility.order"))).contains("voice");
  }

  @Test
  void nothingOfThemShowsInToString() {
    assertThat(ImageMessage.to(TO, LINK).caption("planted")).hasToString("Message[image]");
    assertThat(LINK).hasToString("Attachment[link]");
  }
}
