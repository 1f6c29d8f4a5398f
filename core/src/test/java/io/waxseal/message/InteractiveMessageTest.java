package io.waxseal.message;

import static io.waxseal.message.Samples.TO;
import static io.waxseal.message.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.message.part.Amount;
import io.waxseal.message.part.Attachment;
import io.waxseal.message.part.Flow;
import io.waxseal.message.part.Header;
import io.waxseal.message.part.MediaCard;
import io.waxseal.message.part.Order;
import io.waxseal.message.part.OrderItem;
import io.waxseal.message.part.PaymentSetting;
import io.waxseal.message.part.ProductSections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes, copies and texts of interactive messages. */
class InteractiveMessageTest {
  static Stream<Message> samples() {
    return Samples.interactive();
  }

  private static String part(Message message) {
    return message.part().toText();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void mapTextReachesWhatAPersonReadsAndNothingElse(Message message) {
    Map<String, String> before = Samples.strings(message.content());
    Set<String> given = new HashSet<>();
    Map<String, String> after = Samples.strings(message
        .mapText(text -> {
          given.add(text);
          return text.startsWith("~") ? "!" + text.substring(1) : text;
        })
        .content());
    before.forEach((path, text) -> assertThat(after)
        .containsEntry(path, text.startsWith("~") ? "!" + text.substring(1) : text));
    assertThat(given).allMatch(text -> text.startsWith("~") || text.startsWith("https://"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aCopyKeepsWhatItIsACopyOf(Message message) {
    Message copy = ((BaseMessage<?>) message)
        .from(new PhoneNumberId("1001"))
        .purpose("utility.order")
        .inReplyTo(new MessageId("wamid.A"))
        .correlation("c-1");
    assertThat(copy.part()).isEqualTo(message.part());
    assertThat(copy.mapText(text -> text).content()).isEqualTo(copy.content());
    assertThat(message.purpose()).contains(Purpose.REPLY);
    assertThat(copy.purpose()).contains("utility.order");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothingOfItShowsInToString(Message message) {
    assertThat(message).hasToString("Message[interactive]");
    assertThat(message.content().toText()).contains("\"type\":\"interactive\"");
  }

  @Test
  void partsShowNothingOfThemselves() {
    assertThat(Samples.order().toString() + Samples.flow() + Samples.products())
        .isEqualTo("OrderFlowProductSections[2]");
    assertThat(Header.text("planted").toString() + MediaCard.image(Attachment.id("1")))
        .isEqualTo("Header[text]MediaCard[image, buttons 0]");
    assertThat(PaymentSetting.boleto("planted") + "" + Amount.of(7)).doesNotContain("planted", "7");
  }

  @Test
  void buttonsTravelBetweenHeaderAndFooter() {
    assertThat(part(Buttons.to(TO, "How many?")
            .header(Header.image(Attachment.id("4242")))
            .footer("Open until ten")
            .button("2", "Two")))
        .isEqualTo(
            "{\"type\":\"button\",\"header\":{\"type\":\"image\",\"image\":{\"id\":\"4242\"}},"
                + "\"body\":{\"text\":\"How many?\"},\"footer\":{\"text\":\"Open until ten\"},"
                + "\"action\":{\"buttons\":[{\"type\":\"reply\",\"reply\":{\"id\":\"2\",\"title\":\"Two\"}}]}}");
  }

  @Test
  void aListNeedsNoSectionForItsRows() {
    assertThat(part(ListMenu.to(TO, "What?", "Menu").row("a", "Apple")))
        .endsWith("\"action\":{\"button\":\"Menu\",\"sections\":[{\"rows\":["
            + "{\"id\":\"a\",\"title\":\"Apple\"}]}]}}");
  }

  @Test
  void aFlowSaysOnlyWhatTheHostSaid() {
    assertThat(part(FlowMessage.to(TO, "Book", "Go", Flow.id("77"))))
        .endsWith("\"action\":{\"name\":\"flow\",\"parameters\":{\"flow_message_version\":\"3\","
            + "\"flow_id\":\"77\",\"flow_cta\":\"Go\"}}}");
    assertThat(part(FlowMessage.to(TO, "Book", "Go", Flow.id("77").published().dataExchange())))
        .contains("\"mode\":\"published\",\"flow_action\":\"data_exchange\"}");
  }

  @Test
  void aLaterWayToOpenAFlowReplacesAnEarlierOne() {
    Flow flow = Flow.id("77").navigate("DAY", json("{\"a\":1}")).navigate();
    assertThat(part(FlowMessage.to(TO, "Book", "Go", flow)))
        .contains("\"flow_action\":\"navigate\"}")
        .doesNotContain("payload");
  }

  @Test
  void cardsAreNumberedByPlace() {
    assertThat(part(ProductCarousel.to(TO, "Look", "4711").product("a").product("b")))
        .contains("{\"card_index\":1,\"type\":\"product\",\"action\":"
            + "{\"product_retailer_id\":\"b\",\"catalog_id\":\"4711\"}}");
  }

  @Test
  void whatAnOrderCostsIsAddedUp() {
    assertThat(part(OrderDetails.to(TO, "Order", Samples.order())))
        .contains("\"subtotal\":{\"value\":2300,\"offset\":100}")
        .contains("\"total_amount\":{\"value\":2300,\"offset\":100}")
        .contains("\"amount\":{\"value\":1500,\"offset\":100}")
        .contains("\"sale_amount\":{\"value\":1000,\"offset\":100}");
  }

  @Test
  void anOrderWithoutTaxSaysSo() {
    Order order =
        Order.of("1", Order.Goods.DIGITAL, "BRL").item(OrderItem.of("Cake", Amount.of(500), 3));
    assertThat(order.json().toText())
        .contains("\"tax\":{\"value\":0,\"offset\":100}")
        .contains("\"total_amount\":{\"value\":1500,\"offset\":100}");
  }

  @Test
  void noPriceOverflowsInSilence() {
    Order order = Order.of("1", Order.Goods.DIGITAL, "BRL")
        .item(OrderItem.of("Cake", Amount.of(Long.MAX_VALUE), 2));
    assertThatThrownBy(order::json).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMessageIsNotChangedByItsCopies() {
    Buttons bare = Buttons.to(TO, "How many?").button("2", "Two");
    String before = part(bare);
    bare.button("4", "Four").header("x").footer("y").mapText(text -> text + "!");
    ProductSections one = ProductSections.of("a", "1");
    one.section("b", "2");
    Order order = Samples.order();
    String ordered = order.json().toText();
    order.item(OrderItem.of("x", Amount.of(1), 1)).tax(Amount.of(9)).mapText(text -> text + "!");
    assertThat(part(bare)).isEqualTo(before);
    assertThat(one.json().elements()).hasSize(1);
    assertThat(order.json().toText()).isEqualTo(ordered);
  }
}
