package io.waxseal.send;

import static io.waxseal.send.SendFixture.BY;
import static io.waxseal.send.SendFixture.NUMBER;
import static io.waxseal.send.SendFixture.refused;
import static io.waxseal.send.SendFixture.rule;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.message.Buttons;
import io.waxseal.message.ImageMessage;
import io.waxseal.message.MediaCarousel;
import io.waxseal.message.Message;
import io.waxseal.message.part.Attachment;
import io.waxseal.message.part.Header;
import io.waxseal.message.part.MediaCard;
import io.waxseal.person.ContactPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A message that brings its file: uploaded once every rule has allowed it, then sent by its id. */
@Timeout(60)
final class AttachmentSendTest {
  private static final byte[] JPEG = "\u00ff\u00d8\u00ff a picture".getBytes(ISO_8859_1);
  private static final String SENT =
      "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.out\"}]}";

  @TempDir
  Path folder;

  private final MockWebServer meta = new MockWebServer();
  private final List<String> asked = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private SendFixture fixture = new SendFixture();
  private MockResponse upload =
      new MockResponse.Builder().body("{\"id\":\"77\"}").build();

  @BeforeEach
  void open() throws Exception {
    meta.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        asked.add(path);
        bodies.add(request.getBody().utf8());
        return path.endsWith("/media")
            ? upload
            : new MockResponse.Builder().body(SENT).build();
      }
    });
    meta.start();
  }

  @AfterEach
  void close() {
    fixture.close();
    meta.close();
  }

  private SendResult send(Attachment attachment) {
    Message message = ImageMessage.to(ContactPoint.phone(NUMBER), attachment);
    return fixture.gate(meta.url("/").uri()).send(message, BY);
  }

  private static Attachment picture() {
    return Attachment.bytes("me.jpg", "image/jpeg", JPEG);
  }

  @Test
  void aFileIsUploadedAndTheMessageTravelsWithItsId() throws Exception {
    Path file = Files.write(folder.resolve("menu.jpg"), JPEG);
    assertThat(send(Attachment.file(file))).isInstanceOf(Accepted.class);
    assertThat(asked).containsExactly("/v25.0/1001/media", "/v25.0/1001/messages");
    assertThat(bodies.get(1)).contains("\"image\":{\"id\":\"77\"}");
  }

  @Test
  void aHeaderAndTheCardsOfACarouselAreUploadedToo() {
    var to = ContactPoint.phone(NUMBER);
    var gate = fixture.gate(meta.url("/").uri());
    gate.send(Buttons.to(to, "How many?").header(Header.image(picture())).button("2", "Two"), BY);
    gate.send(
        MediaCarousel.to(to, "Look")
            .card(MediaCard.image(picture()).button("1", "One"))
            .card(MediaCard.image(picture()).button("2", "Two")),
        BY);
    assertThat(asked)
        .containsExactly(
            "/v25.0/1001/media",
            "/v25.0/1001/messages",
            "/v25.0/1001/media",
            "/v25.0/1001/media",
            "/v25.0/1001/messages");
    assertThat(bodies.get(1)).contains("\"id\":\"77\"");
  }

  @Test
  void aRefusedMessageUploadsNothing() {
    fixture.rules(rule(Stage.HOST, request -> refused("X_NO")));
    assertThat(send(picture())).isInstanceOf(Refused.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void anUploadThatFailsSendsNothing() {
    upload = new MockResponse.Builder()
        .code(400)
        .body("{\"error\":{\"code\":131053,\"fbtrace_id\":\"At\",\"message\":\"PLANTED\"}}")
        .build();
    assertThat(send(picture())).isInstanceOfSatisfying(Failed.class, failed -> {
      assertThat(failed.code()).isEqualTo(131053);
      assertThat(failed.traceId()).isEqualTo("At");
      assertThat(failed.guidance().toString()).doesNotContain("PLANTED");
    });
    assertThat(asked).containsExactly("/v25.0/1001/media");
    assertThat(fixture.journalStates()).isEmpty();
    assertThat(fixture.audited("send.failed")).isEqualTo(1);
  }

  @Test
  void anUploadThatBreaksIsRetryableAndSendsNothing() {
    upload = new MockResponse.Builder()
        .onRequestStart(new mockwebserver3.SocketEffect.CloseSocket())
        .build();
    assertThat(send(picture()))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.retryable()).isTrue());
    assertThat(asked).doesNotContain("/v25.0/1001/messages");
  }

  @Test
  void aFileTooLongForItsKindIsNotUploaded() {
    byte[] large = new byte[(5 << 20) + 1];
    System.arraycopy(JPEG, 0, large, 0, JPEG.length);
    assertThat(send(Attachment.bytes("a.jpg", "image/jpeg", large)))
        .isInstanceOfSatisfying(Failed.class, failed -> {
          assertThat(failed.retryable()).isFalse();
          assertThat(failed.guidance().forDeveloper()).contains("MEDIA_TOO_LARGE");
        });
    assertThat(asked).isEmpty();
  }

  @Test
  void aFileThatThrowsRefusesTheMessage() {
    var broken = io.waxseal.graph.media.MediaUpload.stream("a.jpg", "image/jpeg", 9, () -> {
      throw new IllegalStateException("PLANTED");
    });
    assertThat(send(Attachment.upload(broken))).isInstanceOf(Refused.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void aStopDuringTheUploadStillCounts() {
    SendFixture.MarkFence stopped =
        new SendFixture.MarkFence("stop", java.util.Optional.of(refused("STOPPED")));
    fixture.rules(SendFixture.fenced(stopped));
    assertThat(send(picture())).isInstanceOf(Refused.class);
    assertThat(asked).containsExactly("/v25.0/1001/media");
  }

  @Test
  void theNameOfAFileIsATextThatIsMapped() {
    Attachment mapped = picture().mapText(text -> "hidden");
    assertThat(mapped.pending().orElseThrow().name()).isEqualTo("hidden.jpg");
    assertThatThrownBy(mapped::json).isInstanceOf(IllegalStateException.class);
  }
}
