package io.waxseal.graph.media;

import static io.waxseal.graph.media.MediaFixture.ID;
import static io.waxseal.graph.media.MediaFixture.JPEG;
import static io.waxseal.graph.media.MediaFixture.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.ApiException;
import io.waxseal.account.DeliveryException;
import io.waxseal.account.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that go out. */
@Timeout(60)
final class MediaUploadTest {
  @TempDir
  Path folder;

  private MediaFixture fixture;
  private Media media;

  @BeforeEach
  void open() throws Exception {
    fixture = new MediaFixture();
    media = fixture.media();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aFileTravelsAsAFormWithItsTypeAndName() throws Exception {
    fixture.json("{\"id\":\"77\"}");
    Path file = Files.write(folder.resolve("menu.jpg"), JPEG);
    assertThat(media.upload(MediaUpload.file(file)).value()).isEqualTo("77");
    var request = fixture.meta.takeRequest();
    assertThat(request.getUrl().encodedPath()).isEqualTo("/v25.0/1001/media");
    assertThat(request.getHeaders().get("Content-Type")).startsWith("multipart/form-data");
    assertThat(request.getBody().utf8())
        .contains("name=\"messaging_product\"", "whatsapp", "name=\"type\"", "image/jpeg")
        .contains("name=\"file\"; filename=\"menu.jpg\"", "a picture");
  }

  @Test
  void progressIsTold() {
    fixture.json("{\"id\":\"77\"}");
    byte[] content = new byte[200_000];
    System.arraycopy(JPEG, 0, content, 0, JPEG.length);
    List<Long> sent = new ArrayList<>();
    media.upload(MediaUpload.bytes("a.jpg", "image/jpeg", content)
        .progress((done, total) -> sent.add(done * 100 / total)));
    assertThat(sent).hasSizeGreaterThan(2).isSorted().endsWith(100L);
  }

  @Test
  void whatIsTooLongForItsTypeIsNotSent() {
    InputStream nobody = InputStream.nullInputStream();
    for (var limit : java.util.Map.of(
            "image/jpeg", 5L << 20,
            "video/mp4", 16L << 20,
            "audio/ogg", 16L << 20,
            "image/webp", 1L << 19,
            "application/pdf", 100L << 20)
        .entrySet()) {
      assertThatThrownBy(() -> media.upload(
              MediaUpload.stream("a", limit.getKey(), limit.getValue() + 1, () -> nobody)))
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.reason()).isEqualTo("MEDIA_TOO_LARGE"));
    }
    assertThat(fixture.meta.getRequestCount()).isZero();
  }

  @Test
  void whatIsNotOfItsTypeIsNotSent() {
    assertThatThrownBy(() -> media.upload(MediaUpload.bytes("a.png", "image/png", JPEG)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.reason()).isEqualTo("MEDIA_TYPE"));
    assertThat(fixture.meta.getRequestCount()).isZero();
  }

  @Test
  void aFileThatIsGoneIsSaidWithoutItsName() {
    assertThatThrownBy(() -> media.upload(MediaUpload.file(folder.resolve("PLANTED.jpg"))))
        .isInstanceOf(DeliveryException.class)
        .hasMessageNotContaining("PLANTED");
  }

  @Test
  void aFileThatGrowsOrShrinksMeanwhileIsNotSentWhole() {
    for (int length : new int[] {JPEG.length - 3, JPEG.length + 3}) {
      fixture.json("{\"id\":\"77\"}");
      assertThatThrownBy(() -> media.upload(MediaUpload.stream(
              "a.jpg", "image/jpeg", length, () -> new ByteArrayInputStream(JPEG))))
          .isInstanceOf(DeliveryException.class);
    }
  }

  @Test
  void metasErrorsAreApiExceptions() {
    fixture.answer(new MockResponse.Builder()
        .code(400)
        .body(
            "{\"id\":\"77\",\"error\":{\"code\":131053,\"fbtrace_id\":\"At\",\"message\":\"x\"}}"));
    assertThatThrownBy(() -> media.upload(MediaUpload.bytes("a.jpg", "image/jpeg", JPEG)))
        .isInstanceOfSatisfying(ApiException.class, e -> {
          assertThat(e.code()).isEqualTo(131053);
          assertThat(e.traceId()).isEqualTo("At");
        });
  }

  @Test
  void anAnswerWithoutAnIdIsNone() {
    for (String body : new String[] {"{}", "{\"id\":\"\"}", "{\"id\":\"../x\"}", "{\"id\":[]}"}) {
      fixture.json(body);
      assertThatThrownBy(() -> media.upload(MediaUpload.bytes("a.jpg", "image/jpeg", JPEG)))
          .as(body)
          .isInstanceOf(DeliveryException.class);
    }
  }

  @Test
  void an30MegabyteAnswerIsNotTakenIntoMemory() {
    fixture.answer(new MockResponse.Builder().body(new Buffer().write(new byte[30 << 20])));
    assertThatThrownBy(() -> media.upload(MediaUpload.bytes("a.jpg", "image/jpeg", JPEG)))
        .isInstanceOf(DeliveryException.class);
  }

  @Test
  void aNodeTellsTypeLengthAndDigestAndNoAddress() {
    fixture.node("image/jpeg", 12, hex(JPEG));
    MediaMetadata metadata = media.metadata(MediaReference.of(ID));
    assertThat(metadata.size()).isEqualTo(12);
    assertThat(metadata.sha256()).contains(hex(JPEG));
    assertThat(metadata.toString()).doesNotContain("PLANTED");
  }

  @Test
  void aFileIsAskedForAndDeletedByItsNumber() throws Exception {
    fixture.json("{\"success\":true}");
    media.delete(MediaReference.of(ID));
    var request = fixture.meta.takeRequest();
    assertThat(request.getMethod()).isEqualTo("DELETE");
    assertThat(request.getUrl().queryParameter("phone_number_id")).isEqualTo("1001");
  }

  @Test
  void aTypeThatCannotBeToldIsAskedFor() {
    assertThatThrownBy(() -> MediaUpload.file(Path.of("a.xyz")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mimeType");
    assertThatThrownBy(() -> MediaUpload.bytes("a", "image/jpeg\r\nX: y", JPEG))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
