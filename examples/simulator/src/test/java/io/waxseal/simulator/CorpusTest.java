package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with recorded and documented samples; needs the folder named by {@code -Dwaxseal.corpus}. */
class CorpusTest {
  /** Its name and language are placeholders of the documentation, which no template can have. */
  private static final String PLACEHOLDERS = "api.request.messages.template.body-button_url.json";

  private static final Pattern MEDIA_ID = Pattern.compile("\"id\"\\s*:\\s*\"(\\d{10,})\"");

  private Path corpus;
  private Simulator simulator;
  private Caller caller;

  @BeforeEach
  void start() {
    String folder = System.getProperty("waxseal.corpus");
    assumeTrue(folder != null, "the system property waxseal.corpus names no folder");
    corpus = Path.of(folder, "cloud-api");
    simulator = Caller.builder().start();
    caller = new Caller(simulator);
  }

  @AfterEach
  void close() {
    if (simulator != null) {
      simulator.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.request.messages.{audio,contacts,image,location,mark_read,pin,reaction,sticker,video}*.json",
        "api.request.messages.{text,template}*.json",
        "api.request.messages.interactive.[BbacfprvV]*.json"
      })
  void everySampleRequestIsAccepted(String pattern) throws IOException {
    for (Path sample : samples(pattern)) {
      String body = Files.readString(sample);
      Matcher id = MEDIA_ID.matcher(body);
      while (id.find()) {
        simulator.media().keep(new StoredFile(id.group(1), "image/png", ByteString.EMPTY));
      }
      Caller.Reply reply = caller.send(body);
      boolean acceptable = !sample.endsWith(PLACEHOLDERS);
      assertThat(reply.status())
          .as(sample.getFileName() + reply.details())
          .isEqualTo(acceptable ? 200 : 404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.response.messages.sent.v2.json",
        "api.response.messages.sent_to_phone_2026.json"
      })
  void aTextIsAnsweredInTheRecordedShape(String response) throws IOException {
    assertThat(caller.send(read("api.request.messages.text.json")).shape())
        .isEqualTo(Shape.of(read(response)));
  }

  @Test
  void aTemplateIsAnsweredInTheRecordedShape() throws IOException {
    assertThat(caller.send(read("api.request.messages.template.body.json")).shape())
        .isEqualTo(Shape.of(read("api.response.messages.template.accepted.json")));
  }

  @Test
  void errorsOfAccessHaveTheRecordedShape() throws IOException {
    byte[] body = read("api.request.messages.text.json");
    Caller.Reply withoutProof = caller.call(caller.post(Caller.MESSAGES, body).build());
    Caller.Reply withoutToken = caller.call(
        caller.post(Caller.MESSAGES, body).setHeader("Authorization", "").build());

    assertThat(withoutProof.shape())
        .isEqualTo(Shape.of(read("api.error.100.appsecret_proof.json")));
    assertThat(withoutProof.at("error.message"))
        .isEqualTo(Shape.value(read("api.error.100.appsecret_proof.json"), "error.message"));
    assertThat(withoutToken.shape()).isEqualTo(Shape.of(read("api.error.104.json")));
  }

  @ParameterizedTest
  @CsvSource({
    "api.error.131026.undeliverable.json,131026,Message undeliverable",
    "api.error.131047.window_closed.json,131047,Re-engagement message",
    "api.error.133005.pin_mismatch.json,133005,Two step verification PIN Mismatch"
  })
  void aScriptedErrorHasTheRecordedShapeAndText(String sample, int code, String text)
      throws IOException {
    simulator.failNext(Failure.answer(400, code, text));
    Caller.Reply reply = caller.send(Caller.TEXT);

    assertThat(reply.shape()).isEqualTo(Shape.of(read(sample)));
    assertThat(reply.at("error.message")).isEqualTo(Shape.value(read(sample), "error.message"));
  }

  @ParameterizedTest
  @CsvSource({
    "api.error.131026.undeliverable.json,131026",
    "api.error.131047.window_closed.json,131047",
    "api.error.131056.pair_rate.json,131056",
    "api.error.190.463_expired.json,190",
    "api.error.80007.waba_rate.json,80007"
  })
  void anErrorByItsCodeHasTheRecordedShapeAndText(String sample, int code) throws IOException {
    simulator.failNext(Failure.code(code));
    Caller.Reply reply = caller.send(Caller.TEXT);

    assertThat(reply.shape()).isEqualTo(Shape.of(read(sample)));
    assertThat(reply.at("error.message")).isEqualTo(Shape.value(read(sample), "error.message"));
  }

  @ParameterizedTest
  @EnumSource
  void noBatchHasAPathOrTypeThatWasNeverRecorded(Packing packing) throws IOException {
    SignedWebhook batch = simulator.batch(
        packing,
        simulator.customerWrites("16505551234", "Bo", "Hi"),
        simulator.preference("16505551234", "stop"),
        simulator.customerWrites("16505551235", "Cy", "Hi"));

    assertThat(union("webhook.*.json")).containsAllEntriesOf(Shape.of(batch.body()));
  }

  @Test
  void unavailableHasTheRecordedShape() throws IOException {
    simulator.failNext(Failure.unavailable());

    assertThat(caller.send(Caller.TEXT).shape())
        .isEqualTo(Shape.of(read("api.error.2.unavailable.json")));
  }

  @Test
  void aTextFromACustomerHasTheRecordedShapeButNoUsername() throws IOException {
    Map<String, String> recorded = Shape.of(read("webhook.message.text.bsuid_with_phone.json"));
    recorded.remove("$.entry[].changes[].value.contacts[].profile.username");

    assertThat(Shape.of(simulator.customerWrites("16505551234", "Sheena", "Hi").body()))
        .isEqualTo(recorded);
  }

  @Test
  void aTextFromAHiddenCustomerHasTheRecordedShapeButNoUsernameAndNoParent() throws IOException {
    Map<String, String> recorded =
        Shape.of(read("webhook.message.text.bsuid_parent_no_phone.json"));
    recorded
        .keySet()
        .removeIf(path -> path.contains("parent_user_id") || path.endsWith("username"));

    assertThat(Shape.of(simulator.customerWrites("US.42", "Sheena", "Hi").body()))
        .isEqualTo(recorded);
  }

  @Test
  void aReadStatusHasTheRecordedShapeButNoUsername() throws IOException {
    Map<String, String> recorded = Shape.of(read("webhook.status.read.bsuid_with_phone.json"));
    recorded.remove("$.entry[].changes[].value.contacts[].profile.username");
    simulator.customerWrites("16505551234", "Pablo", "Hi");

    assertThat(Shape.of(simulator.status(send(Caller.TEXT), "read").body())).isEqualTo(recorded);
  }

  @Test
  void aFailedStatusHasTheRecordedShape() throws IOException {
    assertThat(Shape.of(simulator
            .failed(send(Caller.TEXT), 131050, "Unable to deliver message")
            .body()))
        .isEqualTo(Shape.of(read("webhook.status.failed.131050.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sent", "delivered", "read", "failed"})
  void noStatusHasAPathOrTypeThatWasNeverRecorded(String status) throws IOException {
    assertThat(union("webhook.status.*.json"))
        .containsAllEntriesOf(
            Shape.of(simulator.status(send(Caller.TEXT), status).body()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"16505551234", "US.13491208655302741918"})
  void noPreferenceHasAPathOrTypeThatWasNeverRecorded(String customer) throws IOException {
    assertThat(union("webhook.user_preferences.*.json"))
        .containsAllEntriesOf(Shape.of(simulator.preference(customer, "resume").body()));
  }

  @Test
  void aNumberChangeHasTheRecordedShape() throws IOException {
    SimulatedPerson ada = simulator.person("16505551234");

    assertThat(Shape.of(ada.changesNumber("12195555358").webhook().body()))
        .isEqualTo(Shape.of(read("webhook.message.system.user_changed_number.bsuid.json")));
  }

  @Test
  void aHiddenChangeHasTheRecordedShapeAndItsParentBefore() throws IOException {
    SimulatedPerson ada = simulator.person("16505551234").enrolled().hidesPhone("ada.l");
    Map<String, String> recorded =
        Shape.of(read("webhook.message.system.user_changed_user_id.json"));
    recorded.put("$.entry[].changes[].value.messages[].from_parent_user_id", "String");

    assertThat(Shape.of(ada.changesNumber("12195555358").webhook().body())).isEqualTo(recorded);
  }

  @ParameterizedTest
  @EnumSource
  void noNumberChangeHasAPathOrTypeThatWasNeverRecorded(NumberChange.Form form) throws IOException {
    Map<String, String> shape = Shape.of(simulator
        .person("16505551234")
        .changesNumber("12195555358")
        .webhook(form)
        .body());
    shape.remove("$.entry[].changes[].value.messages[].system.customer");

    assertThat(union("webhook.message.system.*.json")).containsAllEntriesOf(shape);
  }

  @Test
  void noContentHasAPathOrTypeThatWasNeverRecorded() throws IOException {
    SimulatedPerson ada = simulator.person("16505551234").named("Ada");
    Map<String, String> recorded = union("webhook.*.json");
    for (Content content : List.of(
        Content.image("a"),
        Content.document("a", "b"),
        Content.button("a", "b").answering("wamid.x"),
        Content.listReply("a", "b", "c"),
        Content.flowAnswer("{}"),
        Content.reaction("wamid.x", "👍"),
        Content.video("a"),
        Content.order("c", "soon", new OrderItem("p", 1, 2.5, "EUR")),
        Content.unsupported("poll"),
        Content.text("a").fromAd(new Ad("1", "a", "b")),
        Content.contact("Bo", "16505550000"),
        Content.edit("wamid.x", Content.image("c")),
        Content.revoke("wamid.x"))) {
      assertThat(recorded)
          .as(content.toString())
          .containsAllEntriesOf(Shape.of(ada.sends(content).body()));
    }
  }

  @Test
  void noCallEchoOrThreadHasAPathOrTypeThatWasNeverRecorded() throws IOException {
    SimulatedPerson ada = simulator.person("16505551234").named("Ada");

    assertThat(union("webhook.calls.*.json"))
        .containsAllEntriesOf(Shape.of(ada.calls().connects().body()));
    assertThat(union("webhook.calls.*.json"))
        .containsAllEntriesOf(Shape.of(ada.isCalled().connects().body()));
    assertThat(union("webhook.smb_message_echoes.*.json"))
        .containsAllEntriesOf(
            Shape.of(ada.businessApp().sends(Content.text("a")).body()));
    assertThat(union("webhook.template_category_update*.json"))
        .containsAllEntriesOf(Shape.of(simulator
            .app("app")
            .template("a", "en")
            .announcesCategory("UTILITY")
            .body()));
  }

  @Test
  void theRecordedProofIsReproduced() throws IOException {
    byte[] vectors = read("signature.appsecret_proof.vectors.json");

    assertThat(Hmac.appSecretProof(
            text(vectors, "vectors.app_secret"), text(vectors, "vectors.access_token")))
        .isEqualTo(text(vectors, "vectors.appsecret_proof"));
  }

  @Test
  void theRecordedSignaturesAreReproduced() throws IOException {
    byte[] file = read("signature.x_hub_signature_256.vectors.json");
    Map<?, ?> document = (Map<?, ?>) JsonReader.of(new Buffer().write(file)).readJsonValue();
    for (Object element : (List<?>) document.get("vectors")) {
      Function<String, byte[]> bytes =
          name -> ((Map<?, ?>) element).get(name).toString().getBytes(UTF_8);
      assertThat("sha256=" + Hmac.sha256Hex(bytes.apply("app_secret"), bytes.apply("raw_body")))
          .isEqualTo(((Map<?, ?>) element).get("x_hub_signature_256"));
    }
  }

  private String send(String body) {
    return caller.send(body).at("messages.id").toString();
  }

  private static String text(byte[] json, String path) {
    return Shape.value(json, path).toString();
  }

  private byte[] read(String name) throws IOException {
    return Files.readAllBytes(corpus.resolve(name));
  }

  private Map<String, String> union(String pattern) throws IOException {
    Map<String, String> union = new TreeMap<>();
    for (Path sample : samples(pattern)) {
      union.putAll(Shape.of(Files.readAllBytes(sample)));
    }
    return union;
  }

  private List<Path> samples(String pattern) throws IOException {
    try (Stream<Path> files = Files.list(corpus)) {
      List<Path> samples = files
          .filter(file ->
              file.getFileSystem().getPathMatcher("glob:" + pattern).matches(file.getFileName()))
          .sorted()
          .toList();
      assertThat(samples).isNotEmpty();
      return samples;
    }
  }
}
