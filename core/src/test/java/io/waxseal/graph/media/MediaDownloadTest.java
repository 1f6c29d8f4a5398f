package io.waxseal.graph.media;

import static io.waxseal.graph.media.MediaFixture.ID;
import static io.waxseal.graph.media.MediaFixture.JPEG;
import static io.waxseal.graph.media.MediaFixture.content;
import static io.waxseal.graph.media.MediaFixture.files;
import static io.waxseal.graph.media.MediaFixture.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waxseal.account.ApiException;
import io.waxseal.account.DeliveryException;
import io.waxseal.account.RefusedException;
import io.waxseal.account.StoreException;
import io.waxseal.internal.crypto.Digests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that come in over real HTTP, from a Meta that lies, stalls and breaks. */
@Timeout(60)
final class MediaDownloadTest {
  @TempDir
  Path folder;

  private MediaFixture fixture;

  @BeforeEach
  void open() throws Exception {
    fixture = new MediaFixture();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private MediaFile download(MediaReference what) {
    return fixture.media().download(what, folder);
  }

  /** Nothing is left behind, whatever went wrong. */
  private void refused(MediaRefusal why, MediaReference what) throws Exception {
    RefusedException refused = catchThrowableOfType(RefusedException.class, () -> download(what));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.reason()).isEqualTo(why.code());
    assertThat(refused).message().doesNotContain("PLANTED");
    assertThat(files(folder)).isEmpty();
    assertThat(fixture.audited("media.refused")).isEqualTo(1);
  }

  private void refused(MediaRefusal why) throws Exception {
    refused(why, MediaReference.of(ID));
  }

  @Test
  void aFileIsThereAfterEveryCheck() throws Exception {
    fixture.picture();
    MediaFile file = download(MediaReference.of(ID)
        .mimeType("image/jpeg")
        .fileName("holiday.jpg")
        .sha256(Base64.getEncoder().encodeToString(Digests.sha256(JPEG))));
    assertThat(file.path()).isEqualTo(folder.resolve("4242.jpg")).hasBinaryContent(JPEG);
    assertThat(file.fileName()).isEqualTo("holiday.jpg");
    assertThat(files(folder)).hasSize(1);
    assertThat(fixture.asked()).containsExactly("GET /v25.0/4242 token", "GET /file token");
  }

  @Test
  void aPathIsTakenAsItIsAndReplaced() throws Exception {
    Path target = Files.writeString(folder.resolve("here"), "an earlier run");
    fixture.picture();
    fixture.media().download(MediaReference.of(ID), target);
    assertThat(target).hasBinaryContent(JPEG);
  }

  @Test
  void anErrorPageIsNoPicture() throws Exception {
    byte[] page = content("<!DOCTYPE html><html><body>Log in</body></html>");
    fixture.node("image/jpeg", page.length, hex(page)).file(page);
    refused(MediaRefusal.TYPE);
  }

  @Test
  void aProgramIsRefusedWhateverItIsCalled() throws Exception {
    byte[] program = content("MZ\u0090\0 a program");
    fixture.node("application/octet-stream", program.length, hex(program)).file(program);
    refused(MediaRefusal.TYPE);
  }

  @Test
  void theTypeOfTheEventIsCheckedToo() throws Exception {
    fixture.picture();
    refused(MediaRefusal.TYPE, MediaReference.of(ID).mimeType("application/pdf"));
  }

  @Test
  void aDigestOfTheNodeThatDiffersIsRefused() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(content("other"))).file(JPEG);
    refused(MediaRefusal.DIGEST);
  }

  @Test
  void aDigestOfTheEventThatDiffersIsRefusedThoughTheNodesFits() throws Exception {
    fixture.picture();
    refused(MediaRefusal.DIGEST, MediaReference.of(ID).sha256(hex(content("other"))));
  }

  @Test
  void aDigestThatIsNoneIsRefused() throws Exception {
    fixture.picture();
    refused(MediaRefusal.DIGEST, MediaReference.of(ID).sha256("not a digest"));
  }

  @Test
  void aFileThatNobodyGaveADigestOfIsRefused() throws Exception {
    fixture.node("image/jpeg", JPEG.length, "").file(JPEG);
    refused(MediaRefusal.DIGEST);
  }

  @Test
  void aFileLongerThanItsNodeSaysIsRefused() throws Exception {
    fixture.node("image/jpeg", JPEG.length - 1, hex(JPEG));
    fixture.answer(new MockResponse.Builder().chunkedBody(new Buffer().write(JPEG), 4));
    refused(MediaRefusal.TOO_LARGE);
  }

  @Test
  void aFileShorterThanItsNodeSaysIsRefused() throws Exception {
    fixture.node("image/jpeg", JPEG.length + 1, hex(JPEG)).file(JPEG);
    refused(MediaRefusal.TRUNCATED);
  }

  @Test
  void aFileWithoutALengthEndsAtTheLimit() throws Exception {
    byte[] long30 = new byte[30 << 20];
    System.arraycopy(JPEG, 0, long30, 0, JPEG.length);
    fixture.json("{\"url\":\"" + fixture.meta.url("/file")
        + "\",\"mime_type\":\"image/jpeg\",\"sha256\":\"" + hex(long30) + "\"}");
    fixture.answer(new MockResponse.Builder().chunkedBody(new Buffer().write(long30), 1 << 16));
    Media media = fixture.media(MediaPolicy.standard().limit("image/", 1 << 20));
    assertThatThrownBy(() -> media.download(MediaReference.of(ID), folder))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.reason()).isEqualTo("MEDIA_TOO_LARGE"));
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aFileThatIsAnnouncedTooLongIsNotEvenRead() throws Exception {
    fixture.node("image/jpeg", MediaPolicy.LONGEST + 1, hex(JPEG)).file(JPEG);
    refused(MediaRefusal.TOO_LARGE);
  }

  @Test
  void aConnectionThatBreaksLeavesNothing() throws Exception {
    fixture.node("image/jpeg", 1 << 20, hex(JPEG));
    fixture.answer(new MockResponse.Builder()
        .body(new Buffer().write(JPEG))
        .setHeader("Content-Length", 1 << 20)
        .onResponseEnd(new mockwebserver3.SocketEffect.CloseSocket()));
    assertThatThrownBy(() -> download(MediaReference.of(ID)))
        .isInstanceOfSatisfying(
            DeliveryException.class, e -> assertThat(e.retryable()).isTrue());
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aFileThatDripsEndsWithTheTime() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    fixture.answer(new MockResponse.Builder()
        .body(new Buffer().write(JPEG))
        .throttleBody(1, 200, TimeUnit.MILLISECONDS));
    Media media = fixture.media(MediaPolicy.standard().within(Duration.ofMillis(900)));
    assertThatThrownBy(() -> media.download(MediaReference.of(ID), folder))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("in time");
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void whatComesCompressedIsRefused() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    fixture.answer(new MockResponse.Builder()
        .body(new Buffer().write(JPEG))
        .addHeader("Content-Encoding", "gzip"));
    refused(MediaRefusal.ENCODED);
  }

  @Test
  void anArchiveByNameIsAPictureOrNothing() throws Exception {
    fixture.picture();
    MediaFile file = download(MediaReference.of(ID).fileName("../../etc/cron.d/bomb.zip"));
    assertThat(file.fileName()).isEqualTo("bomb.jpg");
    assertThat(file.path()).isEqualTo(folder.resolve("4242.jpg"));
  }

  @Test
  void anExpiredAddressIsAskedForOnceMore() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    fixture.answer(new MockResponse.Builder().code(404)).picture();
    assertThat(download(MediaReference.of(ID)).size()).isEqualTo(JPEG.length);
  }

  @Test
  void anAddressThatExpiredTwiceIsGivenUp() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    fixture.answer(new MockResponse.Builder().code(404));
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    fixture.answer(new MockResponse.Builder().code(404));
    refused(MediaRefusal.EXPIRED);
    assertThat(fixture.asked()).hasSize(4);
  }

  @Test
  void anotherHostIsNeverAskedNorShownTheToken() throws Exception {
    for (String url : new String[] {
      "https://evil.example/file",
      "http://127.0.0.1:1/file",
      "http://169.254.169.254/latest",
      "https://graph.facebook.com@evil.example/",
      "file:///etc/passwd",
      "not an address"
    }) {
      fixture.node("image/jpeg", JPEG.length, hex(JPEG), url);
      assertThatThrownBy(() -> download(MediaReference.of(ID)))
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.reason()).isEqualTo("MEDIA_HOST"));
    }
    assertThat(fixture.asked()).containsOnly("GET /v25.0/4242 token");
  }

  @Test
  void aRedirectIsFollowedWithoutTheToken() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(JPEG)).redirect("/elsewhere").file(JPEG);
    download(MediaReference.of(ID));
    assertThat(fixture.asked())
        .containsExactly("GET /v25.0/4242 token", "GET /file token", "GET /elsewhere");
  }

  @Test
  void aRedirectElsewhereIsRefused() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(JPEG)).redirect("http://10.0.0.1/admin");
    refused(MediaRefusal.REDIRECT);
  }

  @Test
  void aRedirectWithoutAPlaceIsRefused() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    fixture.answer(new MockResponse.Builder().code(307));
    refused(MediaRefusal.REDIRECT);
  }

  @Test
  void redirectsInACircleEnd() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    for (int i = 0; i < 10; i++) {
      fixture.redirect("/file");
    }
    refused(MediaRefusal.REDIRECT);
    assertThat(fixture.asked()).hasSize(5);
  }

  @Test
  void anErrorOfMetasHasItsCodeAndTraceAndNothingOfItsText() {
    fixture.answer(
        new MockResponse.Builder()
            .code(400)
            .body(
                "{\"error\":{\"message\":\"PLANTED\",\"code\":100,\"error_subcode\":33,\"fbtrace_id\":\"Atrace\"}}"));
    assertThatThrownBy(() -> download(MediaReference.of(ID)))
        .isInstanceOfSatisfying(ApiException.class, e -> {
          assertThat(e.code()).isEqualTo(100);
          assertThat(e.traceId()).isEqualTo("Atrace");
          assertThat(e.retryable()).isFalse();
        })
        .hasMessageNotContaining("PLANTED");
  }

  @Test
  void anErrorBesideDataIsAnError() {
    fixture.json("{\"id\":\"4242\",\"url\":\"" + fixture.meta.url("/file")
        + "\",\"mime_type\":\"image/jpeg\",\"error\":{\"code\":131052}}");
    assertThatThrownBy(() -> download(MediaReference.of(ID)))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(131052));
  }

  @Test
  void answersThatAreNoneOfMetasAreApiExceptions() {
    for (String body : new String[] {"<html>", "", "[1]", "\"text\"", "{\"url\":", "{}{}"}) {
      fixture.json(body);
      assertThatThrownBy(() -> download(MediaReference.of(ID)))
          .as(body)
          .isInstanceOf(ApiException.class);
    }
  }

  @Test
  void aNodeOfWrongTypesIsRefused() {
    for (String body : new String[] {
      "{}",
      "{\"url\":[],\"mime_type\":\"image/jpeg\"}",
      "{\"url\":7,\"mime_type\":\"image/jpeg\",\"file_size\":{}}",
      "{\"url\":\"" + fixture.meta.url("/file") + "\",\"mime_type\":{}}"
    }) {
      fixture.json(body);
      assertThatThrownBy(() -> download(MediaReference.of(ID)))
          .as(body)
          .isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void anAnswerOf30MegabytesIsNotTakenIntoMemory() {
    fixture.answer(new MockResponse.Builder().body(new Buffer().write(new byte[30 << 20])));
    assertThatThrownBy(() -> download(MediaReference.of(ID))).isInstanceOf(DeliveryException.class);
  }

  @Test
  void whatTheScannerRefusesIsNotReleased() throws Exception {
    fixture.picture();
    Media media = fixture.media(
        MediaPolicy.standard().scanner((type, size, in) -> MediaScanner.Verdict.INFECTED));
    assertThatThrownBy(() -> media.download(MediaReference.of(ID), folder))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.reason()).isEqualTo("MEDIA_INFECTED"));
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aScannerThatThrowsIsANo() throws Exception {
    fixture.picture();
    Media media = fixture.media(MediaPolicy.standard().scanner((type, size, in) -> {
      throw new IllegalStateException("PLANTED");
    }));
    assertThatThrownBy(() -> media.download(MediaReference.of(ID), folder))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.reason()).isEqualTo("MEDIA_SCAN_FAILED"));
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aScannerSeesTheWholeFile() throws Exception {
    fixture.picture();
    Media media = fixture.media(MediaPolicy.standard()
        .scanner((type, size, in) -> java.util.Arrays.equals(in.readAllBytes(), JPEG)
            ? MediaScanner.Verdict.CLEAN
            : MediaScanner.Verdict.INFECTED));
    assertThat(media.download(MediaReference.of(ID), folder).size()).isEqualTo(JPEG.length);
  }

  @Test
  void aFolderThatIsMissingIsSaidWithoutItsName() {
    fixture.picture();
    assertThatThrownBy(
            () -> fixture.media().download(MediaReference.of(ID), folder.resolve("PLANTED/x")))
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining("PLANTED");
  }
}
