package io.waxseal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waxseal.account.MessageId;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.message.TemplateComponent.ButtonKind;
import io.waxseal.message.TemplateParameter.MediaKind;
import io.waxseal.person.ContactPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our messages have the paths and types of public examples of the Cloud API. */
class MessageCorpusTest {
  private static final ContactPoint TO = ContactPoint.phone("16505551234");
  /** What the gate adds, not the message, and what has a default that we write out. */
  private static final Set<String> ENVELOPE = Set.of(
      "$.messaging_product:string", "$.recipient_type:string", "$.to:string", "$.recipient:string");

  private static TemplateMessage template(TemplateComponent... components) {
    TemplateMessage message = TemplateMessage.to(TO, "any", "en_US");
    for (TemplateComponent component : components) {
      message = message.with(component);
    }
    return message;
  }

  private static TemplateComponent body(String... texts) {
    return TemplateComponent.body(Stream.of(texts).map(TemplateParameter::text).toList());
  }

  private static TemplateComponent quickReply(int index) {
    return TemplateComponent.button(
        ButtonKind.QUICK_REPLY, index, TemplateParameter.payload("payload"));
  }

  private static TemplateComponent link(int index) {
    return TemplateComponent.button(ButtonKind.URL, index, TemplateParameter.text("end"));
  }

  private static TemplateComponent product() {
    return TemplateComponent.header(TemplateParameter.of(
        "product",
        JsonObject.builder()
            .put("product_retailer_id", "a")
            .put("catalog_id", "b")
            .build()));
  }

  private static TemplateParameter products() {
    JsonValue item = JsonObject.builder().put("product_retailer_id", "a").build();
    JsonValue section = JsonObject.builder()
        .put("title", "b")
        .put("product_items", JsonArray.of(List.of(item)))
        .build();
    return TemplateParameter.of(
        "action",
        JsonObject.builder()
            .put("thumbnail_product_retailer_id", "a")
            .put("sections", JsonArray.of(List.of(section)))
            .build());
  }

  private static TemplateParameter flow() {
    return TemplateParameter.of(
        "action",
        JsonObject.builder()
            .put("flow_action_data", JsonObject.builder().put("order_id", "42").build())
            .put("flow_token", "token")
            .build());
  }

  static Stream<Arguments> messages() {
    TemplateComponent image =
        TemplateComponent.header(TemplateParameter.media(MediaKind.IMAGE, "1"));
    TemplateComponent named =
        TemplateComponent.body(List.of(TemplateParameter.named("name", "text")));
    return Stream.of(
        Arguments.of("text", TextMessage.to(TO, "hi").previewUrl(true)),
        Arguments.of("text.bsuid", TextMessage.to(ContactPoint.bsuid("US.1"), "hi")),
        Arguments.of("text.reply", TextMessage.to(TO, "hi").inReplyTo(new MessageId("wamid.1"))),
        Arguments.of("template.body", template(body("a", "b"))),
        Arguments.of(
            "template.body-button_copy_code",
            template(
                body("a"),
                TemplateComponent.button(
                    ButtonKind.COPY_CODE, 1, TemplateParameter.couponCode("25OFF")))),
        Arguments.of(
            "template.body-button_mpm-header_text",
            template(
                TemplateComponent.header(TemplateParameter.text("a")),
                body("b"),
                TemplateComponent.button(ButtonKind.MPM, 0, products()))),
        Arguments.of(
            "template.body-button_quick_reply", template(body("a"), quickReply(0), quickReply(1))),
        Arguments.of("template.body-button_url.v2", template(body("a"), link(0))),
        Arguments.of(
            "template.body-carousel",
            template(
                body("a"),
                TemplateComponent.carousel(List.of(
                    List.of(image, quickReply(0), link(1)),
                    List.of(image, quickReply(0), link(1)))))),
        Arguments.of(
            "template.body-carousel.v2",
            template(
                body("a"),
                TemplateComponent.carousel(List.of(List.of(product()), List.of(product()))))),
        Arguments.of("template.body-header_image", template(image, named)),
        Arguments.of("template.body-header_product", template(product(), named)),
        Arguments.of(
            "template.body-header_video",
            template(
                TemplateComponent.header(TemplateParameter.media(MediaKind.VIDEO, "1")),
                body("a"))),
        Arguments.of(
            "template.button_flow",
            template(TemplateComponent.button(ButtonKind.FLOW, 0, flow()))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  void aMessageHasThePathsAndTypesOfTheExample(String example, Message message) throws Exception {
    Path file = corpus().resolve("api.request.messages." + example + ".json");
    assumeTrue(Files.exists(file), "skipped: the corpus has no example " + example);
    Set<String> theirs = paths(JsonValue.parse(Files.readAllBytes(file)));
    theirs.removeAll(ENVELOPE);
    Set<String> ours = paths(message.content());
    if (!theirs.contains("$.text.preview_url:boolean")) {
      ours.remove("$.text.preview_url:boolean");
    }
    assertThat(ours).isEqualTo(theirs);
  }

  private static Path corpus() {
    String folder = System.getProperty("waxseal.corpus");
    assumeTrue(folder != null, "skipped: -Dwaxseal.corpus does not say where the corpus is");
    return Path.of(folder, "cloud-api");
  }

  private static Set<String> paths(JsonValue value) {
    Set<String> paths = new TreeSet<>();
    walk("$", value, paths);
    return paths;
  }

  private static void walk(String path, JsonValue value, Set<String> paths) {
    if (value instanceof JsonObject object) {
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        walk(path + "." + member.getKey(), member.getValue(), paths);
      }
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(element -> walk(path + "[]", element, paths));
    } else {
      // Meta's examples write a button's index as a number and as a string
      boolean string = value instanceof JsonString || path.endsWith(".index");
      paths.add(path + ":" + (string ? "string" : kind(value)));
    }
  }

  private static String kind(JsonValue value) {
    return switch (value.getClass().getSimpleName()) {
      case "JsonNumber" -> "number";
      case "JsonBoolean" -> "boolean";
      default -> "null";
    };
  }
}
