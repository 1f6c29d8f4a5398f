package io.waxseal.message;

import static io.waxseal.message.Samples.TO;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.json.JsonObject;
import io.waxseal.message.AddressRequest.Country;
import io.waxseal.message.part.AddressField;
import io.waxseal.message.part.Amount;
import io.waxseal.message.part.Attachment;
import io.waxseal.message.part.Flow;
import io.waxseal.message.part.MediaCard;
import io.waxseal.message.part.Order;
import io.waxseal.message.part.OrderItem;
import io.waxseal.message.part.OrderUpdate;
import io.waxseal.message.part.PaymentSetting;
import io.waxseal.message.part.ProductSections;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit of an interactive message at its edge and one past. A broken one is told by its size, not by its value. */
class InteractiveLimitsTest {
  private static final String PLANTED = "\ud83d\ude00";
  private static final Attachment FILE = Attachment.id("4242");

  private static Arguments text(String what, int most, Consumer<String> use) {
    return Arguments.of(what, most, use);
  }

  private static Arguments count(String what, int least, int most, IntConsumer use) {
    return Arguments.of(what, least, most, use);
  }

  static Stream<Arguments> texts() {
    Buttons buttons = Buttons.to(TO, "body");
    ListMenu list = ListMenu.to(TO, "body", "Menu");
    return Stream.of(
        text("body", 1_024, text -> Buttons.to(TO, text)),
        text("body of a list", 4_096, text -> ListMenu.to(TO, text, "Menu")),
        text("header", 60, buttons::header),
        text("header of a list", 60, list::header),
        text(
            "header of products",
            60,
            text -> ProductList.to(TO, text, "b", "1", ProductSections.untitled("1"))),
        text("footer", 60, buttons::footer),
        text("title of a button", 20, text -> buttons.button("1", text)),
        text("id of a button", 256, text -> buttons.button(text, "one")),
        text("button of a list", 20, text -> ListMenu.to(TO, "body", text)),
        text("section of a list", 24, list::section),
        text("id of a row", 200, text -> list.row(text, "one")),
        text("title of a row", 24, text -> list.row("1", text)),
        text("description of a row", 72, text -> list.row("1", "one", text)),
        text("label of a link", 20, text -> CtaUrl.to(TO, "b", text, "https://x.example")),
        text("label of a flow", 30, text -> FlowMessage.to(TO, "b", text, Flow.id("1"))),
        text("title of a section", 24, text -> ProductSections.of(text, "1")),
        text("body of a card", 160, text -> MediaCard.image(FILE).body(text)),
        text("link of a card", 20, text -> MediaCard.image(FILE).link(text, "https://x.example")),
        text("button of a card", 20, text -> MediaCard.image(FILE).button("1", text)),
        text("label of a call", 20, text -> VoiceCallMessage.to(TO, "b").label(text)),
        text("name of an item", 60, text -> OrderItem.of(text, Amount.of(1), 1)),
        text("description of an amount", 60, text -> Amount.of(1).description(text)),
        text("discount program", 60, text -> Amount.of(1).program(text)),
        text("payment configuration", 60, text -> order().paymentConfiguration(text)),
        text("expiry", 120, text -> order().expires(Samples.TIME, text)),
        text(
            "description of a status",
            120,
            text -> OrderUpdate.of("1", OrderUpdate.Status.PENDING).description(text)),
        text(
            "postal code",
            6,
            text -> AddressRequest.to(TO, "b", Country.SG).value(AddressField.SG_POST_CODE, text)));
  }

  private static Order order() {
    return Order.of("1", Order.Goods.DIGITAL, "INR");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void aTextHasItsLengthInCodePoints(String what, int most, Consumer<String> use) {
    assertThatCode(() -> use.accept(PLANTED.repeat(most))).doesNotThrowAnyException();
    assertThatThrownBy(() -> use.accept(PLANTED.repeat(most + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(most))
        .hasMessageContaining(String.valueOf(most + 1))
        .hasMessageNotContaining(PLANTED);
    assertThatThrownBy(() -> use.accept(" \n\t")).isInstanceOf(IllegalArgumentException.class);
  }

  private static <M> M times(int count, M first, Function<M, Function<Integer, M>> more) {
    M message = first;
    for (int i = 0; i < count; i++) {
      message = more.apply(message).apply(i);
    }
    return message;
  }

  private static String[] products(int count) {
    return Collections.nCopies(count, "sku").toArray(String[]::new);
  }

  static Stream<Arguments> counts() {
    return Stream.of(
        count(
            "buttons",
            1,
            3,
            n -> times(n, Buttons.to(TO, "b"), b -> i -> b.button("i" + i, "t" + i))
                .content()),
        count(
            "rows",
            1,
            10,
            n -> times(n, ListMenu.to(TO, "b", "m"), l -> i -> l.row("i" + i, "t"))
                .content()),
        count(
            "rows over sections",
            1,
            10,
            n -> times(n, ListMenu.to(TO, "b", "m"), l -> i -> l.section("s").row("i" + i, "t"))
                .content()),
        count(
            "sections of products after the first",
            0,
            9,
            n -> times(n, ProductSections.of("s", "1"), s -> i -> s.section("s", "1"))),
        count("products", 1, 30, n -> ProductSections.untitled(products(n))),
        count(
            "products over sections",
            16,
            30,
            n -> ProductSections.of("s", products(15)).section("t", products(n - 15))),
        count(
            "cards",
            2,
            10,
            n -> times(
                    n,
                    MediaCarousel.to(TO, "b"),
                    c -> i -> c.card(MediaCard.image(FILE).link("t", "https://x.example")))
                .content()),
        count(
            "products of a carousel",
            2,
            10,
            n -> times(n, ProductCarousel.to(TO, "b", "1"), c -> i -> c.product("1"))
                .content()),
        count("minutes", 1, 43_200, n -> VoiceCallMessage.to(TO, "b").minutes(n)),
        count("line breaks", 0, 2, n -> MediaCard.image(FILE).body("a" + "\n".repeat(n) + "b")),
        count("quantity", 1, Integer.MAX_VALUE, n -> OrderItem.of("a", Amount.of(1), n)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("counts")
  void aNumberHasItsEdges(String what, int least, int most, IntConsumer use) {
    assertThatCode(() -> use.accept(least)).doesNotThrowAnyException();
    assertThatCode(() -> use.accept(most)).doesNotThrowAnyException();
    if (least > 0) {
      refused(() -> use.accept(least - 1));
    }
    if (most < Integer.MAX_VALUE) {
      assertThatThrownBy(() -> use.accept(most + 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(".*\\d.*; it is \\d+");
    }
  }

  private static void refused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("planted");
  }

  @Test
  void nothingRepeatsThatIsToldApart() {
    Buttons buttons = Buttons.to(TO, "b").button("planted", "planted one");
    refused(() -> buttons.button("planted", "two"));
    refused(() -> buttons.button("2", "planted one"));
    refused(() -> buttons.button("2", "planted two").mapText(text -> "planted"));
    ListMenu list = ListMenu.to(TO, "b", "m").section("s").row("planted", "one").section("t");
    refused(() -> list.row("planted", "two"));
    assertThatCode(() -> list.row("2", "one")).doesNotThrowAnyException();
    refused(() -> MediaCard.image(FILE).button("planted", "a").button("planted", "b"));
  }

  @Test
  void eachOfSeveralSectionsHasATitleAndRows() {
    ListMenu untitled = ListMenu.to(TO, "b", "m").row("1", "one");
    refused(() -> untitled.section("second"));
    refused(() -> ListMenu.to(TO, "b", "m").section("empty").content());
    refused(() -> ProductSections.untitled("1").section("second", "2"));
    refused(() -> ProductSections.of("first", "1").section("second"));
    refused(() -> ProductSections.of(" ", "1"));
  }

  @Test
  void allCardsHaveTheSameParts() {
    MediaCard link = MediaCard.image(FILE).link("t", "https://planted.example");
    MediaCarousel first = MediaCarousel.to(TO, "b").card(link);
    refused(() -> first.card(MediaCard.video(FILE).link("t", "https://planted.example")));
    refused(() -> first.card(MediaCard.image(FILE).button("1", "one")));
    refused(() -> link.button("1", "one"));
    refused(() -> link.link("t", "https://planted.example"));
    refused(() -> MediaCarousel.to(TO, "b")
        .card(MediaCard.image(FILE).button("1", "one"))
        .card(MediaCard.image(FILE).button("1", "one").button("2", "two")));
    refused(() -> MediaCarousel.to(TO, "b")
        .card(MediaCard.image(FILE))
        .card(MediaCard.image(FILE))
        .content());
  }

  @Test
  void aLinkIsAnAddressOfTheWeb() {
    for (String url : List.of(
        "planted",
        "ftp://planted.example",
        "javascript:planted()",
        "https:planted",
        "",
        "http://a b")) {
      refused(() -> CtaUrl.to(TO, "b", "l", url));
      refused(() -> MediaCard.image(FILE).link("l", url));
      refused(() -> PaymentSetting.paymentLink(url));
    }
    String longest = "https://x.example/" + "a".repeat(1_982);
    assertThatCode(() -> CtaUrl.to(TO, "b", "l", longest)).doesNotThrowAnyException();
    refused(() -> CtaUrl.to(TO, "b", "l", longest + "a"));
  }

  @Test
  void idsAndTokensAreNotBlank() {
    refused(() -> Flow.id(" "));
    refused(() -> Flow.name(""));
    refused(() -> Flow.id("1").token(""));
    refused(() -> Flow.id("1").navigate(" "));
    refused(() -> Flow.id("1").navigate("DAY", JsonObject.EMPTY));
    refused(() -> ProductMessage.to(TO, "", "1"));
    refused(() -> ProductMessage.to(TO, "1", ""));
    refused(() -> ProductList.to(TO, "h", "b", " ", ProductSections.untitled("1")));
    refused(() -> ProductSections.untitled(""));
    refused(() -> ProductCarousel.to(TO, "b", "1").product(""));
    refused(() -> CatalogMessage.to(TO, "b").thumbnail(" "));
    refused(() -> VoiceCallMessage.to(TO, "b").payload(""));
    refused(() -> AddressRequest.to(TO, "b", Country.IN).saved("", Map.of()));
    refused(() -> AddressRequest.to(TO, "b", Country.IN).invalid(AddressField.CITY, ""));
  }

  @Test
  void anAddressHasTheFieldsOfItsCountry() {
    refused(() -> AddressRequest.to(TO, "b", Country.IN).value(AddressField.SG_POST_CODE, "1"));
    refused(() ->
        AddressRequest.to(TO, "b", Country.SG).saved("1", Map.of(AddressField.IN_PIN_CODE, "1")));
  }

  @Test
  void anOrderHasItsShape() {
    refused(() -> Order.of("planted order", Order.Goods.DIGITAL, "INR"));
    refused(() -> Order.of("p".repeat(36), Order.Goods.DIGITAL, "INR"));
    refused(() -> Order.of("1", Order.Goods.DIGITAL, "rupees"));
    refused(() -> OrderUpdate.of("", OrderUpdate.Status.SHIPPED));
    refused(() -> order().json());
    refused(() -> Amount.of(-1));
    refused(() ->
        order().item(OrderItem.of("a", Amount.of(5), 1)).discount(Amount.of(6)).json());
    refused(() -> PaymentSetting.card("planted4111111111111111", "1"));
    refused(() -> PaymentSetting.of("Planted", JsonObject.EMPTY));
    assertThatCode(() -> Order.of("p".repeat(35), Order.Goods.DIGITAL, "INR"))
        .doesNotThrowAnyException();
  }
}
