package io.waxseal.graph.media;

import static io.waxseal.graph.media.MediaFixture.ID;
import static io.waxseal.graph.media.MediaFixture.JPEG;
import static io.waxseal.graph.media.MediaFixture.files;
import static io.waxseal.graph.media.MediaFixture.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.ApiException;
import io.waxseal.account.DeliveryException;
import io.waxseal.account.ErrorKind;
import io.waxseal.account.RefusedException;
import io.waxseal.testkit.CountingSockets;
import io.waxseal.testkit.HostileAnswers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes back where a file is asked for, uploaded or deleted: the documented exception, one request, no file. */
@Timeout(60)
final class HostileMediaAnswerTest {
  private static final int THIRTY = 30 << 20;
  private static final long LONGEST_ANSWER = 1L << 20;
  private static final int SLACK = 1 << 17;

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

  /** Each way to ask Meta's nodes. */
  private List<ThrowingCallable> calls() {
    return List.of(
        () -> media.metadata(MediaReference.of(ID)),
        () -> media.download(MediaReference.of(ID), folder),
        () -> media.upload(MediaUpload.bytes("a.jpg", "image/jpeg", JPEG)),
        () -> media.delete(MediaReference.of(ID)));
  }

  private interface Check {
    void failsAsDocumented(ThrowingCallable call);
  }

  private void everyCall(MockResponse.Builder answer, Check check) throws Exception {
    int requests = 0;
    for (ThrowingCallable call : calls()) {
      fixture.answer(answer);
      check.failsAsDocumented(call);
      assertThat(fixture.meta.getRequestCount()).isEqualTo(++requests);
    }
    assertThat(files(folder)).isEmpty();
  }

  static Stream<Arguments> bodies() {
    return HostileAnswers.bodies().entrySet().stream()
        .map(body -> Arguments.of(body.getKey(), body.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void whatIsNoAnswerIsAnApiExceptionUnderAnyStatus(String name, byte[] body) throws Exception {
    for (int status : new int[] {200, 400, 500}) {
      setUpAgain();
      everyCall(
          new MockResponse.Builder().code(status).body(new Buffer().write(body)),
          call -> assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.code()).isZero();
            assertThat(e.error().kind()).isEqualTo(ErrorKind.UNKNOWN);
            assertThat(e.retryable()).isEqualTo(status != 400);
          }));
    }
  }

  private void setUpAgain() throws Exception {
    fixture.close();
    fixture = new MediaFixture();
    media = fixture.media();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"no\"", "\"\"", "[]", "[{\"code\":1}]", "131052", "true", "false", "{}"})
  void anErrorOfAnyTypeBesideDataIsAnError(String error) throws Exception {
    String data = "{\"success\":true,\"id\":\"77\",\"url\":\"" + fixture.meta.url("/file")
        + "\",\"mime_type\":\"image/jpeg\",\"error\":" + error + "}";
    everyCall(
        new MockResponse.Builder().body(data),
        call -> assertThatThrownBy(call).isInstanceOf(ApiException.class));
  }

  @Test
  void anErrorThatIsNullIsNone() {
    fixture.json("{\"id\":77,\"error\":null}");
    assertThat(media.upload(MediaUpload.bytes("a.jpg", "image/jpeg", JPEG)).value())
        .isEqualTo("77");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"success\":false}", "{\"success\":{}}", "{\"success\":[true]}"})
  void aDeletionThatMetaDoesNotConfirmIsNone(String body) {
    fixture.json(body);
    assertThatThrownBy(() -> media.delete(MediaReference.of(ID)))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("delete it again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":{\"id\":\"77\"}}",
        "{\"id\":[\"77\"]}",
        "{\"id\":7.5}",
        "{\"id\":1e3}",
        "{\"id\":true}",
        "{\"id\":null}",
        "{\"id\":\"123456789012345678901234567890123\"}"
      })
  void anIdOfAnotherTypeIsNone(String body) {
    fixture.json(body);
    assertThatThrownBy(() -> media.upload(MediaUpload.bytes("a.jpg", "image/jpeg", JPEG)))
        .isInstanceOf(DeliveryException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "-1", "1e999999999", "\"many\"", "null", "12.5"})
  void aLengthOfAnotherTypeIsUnknown(String size) {
    fixture.json(
        "{\"url\":\"x\",\"mime_type\":\"image/jpeg\",\"file_size\":" + size + ",\"sha256\":{}}");
    MediaMetadata metadata = media.metadata(MediaReference.of(ID));
    assertThat(metadata.size()).isEqualTo(-1);
    assertThat(metadata.sha256()).isEmpty();
  }

  @Test
  void ofThirtyMegabytesOfAnAnswerOneIsRead() throws Exception {
    CountingSockets sockets = counted();
    Buffer thirty = new Buffer().writeUtf8("{\"id\":\"77\",\"a\":\"");
    thirty.writeUtf8("a".repeat(THIRTY));
    for (MockResponse.Builder answer : List.of(
        new MockResponse.Builder().body(thirty.clone()),
        new MockResponse.Builder().code(500).chunkedBody(thirty.clone(), 1 << 16))) {
      for (ThrowingCallable call : calls()) {
        long before = sockets.read();
        fixture.answer(answer);
        assertThatThrownBy(call).isInstanceOf(DeliveryException.class);
        assertThat(sockets.read() - before).isLessThan(LONGEST_ANSWER + SLACK);
      }
    }
  }

  @Test
  void ofAFileThatIsTooLongNoMoreIsReadThanItsLimit() throws Exception {
    CountingSockets sockets = counted();
    byte[] thirty = new byte[THIRTY];
    System.arraycopy(JPEG, 0, thirty, 0, JPEG.length);
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    fixture.answer(new MockResponse.Builder().chunkedBody(new Buffer().write(thirty), 1 << 16));
    isCutOff(sockets);
    fixture.node("image/jpeg", JPEG.length, hex(JPEG)).file(thirty);
    isCutOff(sockets);
  }

  @Test
  void ofAPageThatRedirectsNothingIsRead() throws Exception {
    CountingSockets sockets = counted();
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    fixture.answer(new MockResponse.Builder()
        .code(302)
        .addHeader("Location", "http://10.0.0.1/")
        .body(new Buffer().write(new byte[THIRTY])));
    isCutOff(sockets);
  }

  private void isCutOff(CountingSockets sockets) {
    long before = sockets.read();
    assertThatThrownBy(() -> media.download(MediaReference.of(ID), folder))
        .isInstanceOf(RefusedException.class);
    assertThat(sockets.read() - before).isLessThan(SLACK * 2);
  }

  private CountingSockets counted() {
    CountingSockets sockets = new CountingSockets();
    media = fixture.media(
        MediaPolicy.standard(),
        new OkHttpClient.Builder().socketFactory(sockets).build());
    return sockets;
  }

  @Test
  void anAnswerThatDripsEndsWithTheTime() {
    media = fixture.media(MediaPolicy.standard().within(Duration.ofMillis(300)));
    for (ThrowingCallable call : List.<ThrowingCallable>of(
        () -> media.metadata(MediaReference.of(ID)),
        () -> media.download(MediaReference.of(ID), folder),
        () -> media.delete(MediaReference.of(ID)))) {
      fixture.answer(new MockResponse.Builder()
          .body("{\"id\":\"77\",\"success\":true}")
          .throttleBody(1, 100, TimeUnit.MILLISECONDS));
      assertThatThrownBy(call).isInstanceOf(DeliveryException.class);
    }
    assertThat(fixture.meta.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-2", "-9223372036854775808", "1000"})
  void aLengthThatLiesIsABrokenConnection(String length) throws Exception {
    everyCall(
        new MockResponse.Builder()
            .body("{\"id\":\"77\",\"success\":true}")
            .setHeader("Content-Length", length)
            .onResponseEnd(new mockwebserver3.SocketEffect.CloseSocket()),
        call -> assertThatThrownBy(call).isInstanceOf(DeliveryException.class));
  }

  @Test
  void aFileWhoseLengthLiesIsNotTaken() throws Exception {
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    fixture.answer(new MockResponse.Builder()
        .body(new Buffer().write(JPEG))
        .setHeader("Content-Length", "-2"));
    assertThatThrownBy(() -> media.download(MediaReference.of(ID), folder))
        .isInstanceOf(DeliveryException.class);
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void theTypeThatAnAnswerClaimsIsNotBelieved() {
    fixture.answer(new MockResponse.Builder()
        .addHeader("Content-Type", "text/html; charset=utf-16")
        .body("{\"id\":\"77\"}"));
    assertThat(media.upload(MediaUpload.bytes("a.jpg", "image/jpeg", JPEG)).value())
        .isEqualTo("77");
  }

  @Test
  void theTypeThatAFileIsServedAsDoesNotCount() {
    fixture.node("image/jpeg", JPEG.length, hex(JPEG));
    fixture.answer(new MockResponse.Builder()
        .addHeader("Content-Type", "text/html")
        .body(new Buffer().write(JPEG)));
    assertThat(media.download(MediaReference.of(ID), folder).mimeType()).isEqualTo("image/jpeg");
  }
}
