package io.waxseal.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.waxseal.message.ListMenu;
import io.waxseal.message.Message;
import io.waxseal.message.TemplateComponent;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TemplateParameter;
import io.waxseal.message.TextMessage;
import io.waxseal.message.part.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message of ours, and the same message as a host would write it by hand for Jackson. */
public enum Sample {
  TEXT {
    @Override
    Message message() {
      return TextMessage.to(Fixture.CUSTOMER, WORDS);
    }

    @Override
    Object byHand() {
      return new TextBody("text", new Text(false, WORDS));
    }
  },

  TEMPLATE {
    @Override
    Message message() {
      return TemplateMessage.to(Fixture.CUSTOMER, "order_confirmed", "en_GB")
          .with(
              TemplateComponent.header(TemplateParameter.image(Attachment.id("1166846181421424"))))
          .body("Marigold", "WX-20319", "Saturday, 8 pm")
          .with(TemplateComponent.quickReply(0, "keep:WX-20319"))
          .with(TemplateComponent.url(1, "orders/WX-20319"));
    }

    @Override
    Object byHand() {
      return new TemplateBody(
          "template",
          new Template(
              "order_confirmed",
              new Language("en_GB"),
              List.of(
                  new Component("header", null, null, List.of(Parameter.image("1166846181421424"))),
                  new Component(
                      "body",
                      null,
                      null,
                      List.of(
                          Parameter.text("Marigold"),
                          Parameter.text("WX-20319"),
                          Parameter.text("Saturday, 8 pm"))),
                  new Component(
                      "button", "quick_reply", "0", List.of(Parameter.payload("keep:WX-20319"))),
                  new Component(
                      "button", "url", "1", List.of(Parameter.text("orders/WX-20319"))))));
    }
  },

  LIST {
    @Override
    Message message() {
      return ListMenu.to(Fixture.CUSTOMER, "What would you like tonight?", "Menu")
          .header("Corner Table")
          .footer("The kitchen closes at 10 pm.")
          .section("Soups")
          .row("tomato", "Tomato", "with basil from the garden")
          .row("onion", "Onion", "with cheese, as in Lyon")
          .section("Mains")
          .row("trout", "Trout", "with almonds and potatoes")
          .row("gnocchi", "Gnocchi", "with sage and brown butter")
          .section("Cakes")
          .row("apple", "Apple", "warm, with cream")
          .row("nut", "Nut", "from a Swiss recipe");
    }

    @Override
    Object byHand() {
      return new InteractiveBody(
          "interactive",
          new Interactive(
              "list",
              new Header("text", "Corner Table"),
              new Words("What would you like tonight?"),
              new Words("The kitchen closes at 10 pm."),
              new Action(
                  "Menu",
                  List.of(
                      new Section(
                          "Soups",
                          List.of(
                              new Choice("tomato", "Tomato", "with basil from the garden"),
                              new Choice("onion", "Onion", "with cheese, as in Lyon"))),
                      new Section(
                          "Mains",
                          List.of(
                              new Choice("trout", "Trout", "with almonds and potatoes"),
                              new Choice("gnocchi", "Gnocchi", "with sage and brown butter"))),
                      new Section(
                          "Cakes",
                          List.of(
                              new Choice("apple", "Apple", "warm, with cream"),
                              new Choice("nut", "Nut", "from a Swiss recipe")))))));
    }
  };

  private static final String WORDS =
      "Your table is booked for 8 pm on Saturday.\nReply \"move\" here if Café Olé is too far.";

  /** Ours. */
  abstract Message message();

  /** What a host would hold for Jackson; records have its names. */
  abstract Object byHand();

  public record TextBody(String type, Text text) {}

  public record Text(@JsonProperty("preview_url") boolean previewUrl, String body) {}

  public record TemplateBody(String type, Template template) {}

  public record Template(String name, Language language, List<Component> components) {}

  public record Language(String code) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Component(
      String type,
      @JsonProperty("sub_type") @Nullable String subType,
      @Nullable String index,
      List<Parameter> parameters) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Parameter(
      String type,
      @Nullable String text,
      @Nullable String payload,
      @Nullable Image image) {
    static Parameter text(String text) {
      return new Parameter("text", text, null, null);
    }

    static Parameter payload(String payload) {
      return new Parameter("payload", null, payload, null);
    }

    static Parameter image(String id) {
      return new Parameter("image", null, null, new Image(id));
    }
  }

  public record Image(String id) {}

  public record InteractiveBody(String type, Interactive interactive) {}

  public record Interactive(String type, Header header, Words body, Words footer, Action action) {}

  public record Header(String type, String text) {}

  public record Words(String text) {}

  public record Action(String button, List<Section> sections) {}

  public record Section(String title, List<Choice> rows) {}

  public record Choice(String id, String title, String description) {}
}
