package io.waxseal.message;

import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import io.waxseal.json.JsonValue;
import io.waxseal.message.AddressRequest.Country;
import io.waxseal.message.part.AddressField;
import io.waxseal.message.part.Amount;
import io.waxseal.message.part.Attachment;
import io.waxseal.message.part.Flow;
import io.waxseal.message.part.Header;
import io.waxseal.message.part.MediaCard;
import io.waxseal.message.part.Order;
import io.waxseal.message.part.OrderItem;
import io.waxseal.message.part.OrderUpdate;
import io.waxseal.message.part.PaymentSetting;
import io.waxseal.message.part.ProductSections;
import io.waxseal.person.ContactPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Messages of each interactive kind and templates, with all they can hold. A text that a person reads begins with {@code ~}. */
final class Samples {
  static final ContactPoint TO = ContactPoint.phone("15550001111");
  static final Attachment LINK = Attachment.link("https://files.example/menu");
  static final Instant TIME = Instant.ofEpochSecond(1_800_000_000);

  private Samples() {}

  static JsonObject json(String text) {
    return (JsonObject) JsonValue.parse(text);
  }

  static Order order() {
    return Order.of("order-17", Order.Goods.PHYSICAL, "INR")
        .item(OrderItem.of("~Bread", Amount.of(1_500), 2)
            .retailerId("sku-1")
            .salePrice(Amount.of(1_000))
            .importer("~India", "~Importer", json("{\"city\":\"~Delhi\"}")))
        .item(OrderItem.of("~Tea", Amount.of(300), 1).image(LINK))
        .tax(Amount.of(100).description("~GST"))
        .shipping(Amount.of(50).description("~by bike"))
        .discount(Amount.of(150).description("~spring").program("~regulars"))
        .catalog("4711")
        .quickPay()
        .expires(TIME, "~gone by then")
        .beneficiary(json("{\"name\":\"~Bo\",\"address_line1\":\"~Road 1\"}"))
        .paymentConfiguration("config-1")
        .payment(
            "upi",
            PaymentSetting.paymentLink("https://pay.example/17"),
            PaymentSetting.pix("code", "~Shop", "key", "CNPJ"),
            PaymentSetting.boleto("0339902694"),
            PaymentSetting.card("5235", "card-1"),
            PaymentSetting.of("other", json("{\"hint\":\"~read me\"}")));
  }

  static ProductSections products() {
    return ProductSections.of("~Soups", "sku-1", "sku-2").section("~Cakes", "sku-3");
  }

  static Flow flow() {
    return Flow.name("booking")
        .token("token-1")
        .draft()
        .navigate("DAY", json("{\"greeting\":\"~Hello\",\"days\":[{\"title\":\"~Monday\"}]}"));
  }

  private static MediaCard card(String text) {
    return MediaCard.image(Attachment.id("4242"))
        .body("~" + text)
        .button("id-" + text, "~" + text)
        .button("other-" + text, "~not " + text);
  }

  static Stream<Message> interactive() {
    return Stream.of(
        Buttons.to(TO, "~A table for how many?")
            .header(Header.document(LINK, "~menu.pdf"))
            .footer("~We are open until ten")
            .button("2", "~Two")
            .button("4", "~Four"),
        ListMenu.to(TO, "~What would you like?", "~Menu")
            .header("~Today")
            .footer("~All fresh")
            .section("~Soups")
            .row("tomato", "~Tomato")
            .row("onion", "~Onion", "~with cheese")
            .section("~Cakes")
            .row("apple", "~Apple"),
        CtaUrl.to(TO, "~Our menu", "~Open", "https://shop.example/menu")
            .header("~Menu")
            .paymentLink(),
        FlowMessage.to(TO, "~Book a table", "~Book", flow()).header(Header.video(LINK)),
        LocationRequest.to(TO, "~Where are you?"),
        ContactInfoRequest.to(TO, "~May we have your number?"),
        CallPermissionRequest.to(TO, "~May we call you?"),
        AddressRequest.to(TO, "~Where to?", Country.IN)
            .value(AddressField.CITY, "~Delhi")
            .value(AddressField.IN_PIN_CODE, "~11000")
            .invalid(AddressField.IN_PIN_CODE, "~We cannot find it")
            .saved("home", new TreeMap<>(Map.of(AddressField.NAME, "~Bo"))),
        CatalogMessage.to(TO, "~All we have").thumbnail("sku-1").footer("~Fresh"),
        ProductMessage.to(TO, "4711", "sku-1").body("~This one").footer("~Fresh"),
        ProductList.to(TO, "~Ours", "~Choose", "4711", products()).footer("~Fresh"),
        MediaCarousel.to(TO, "~Look").card(card("one")).card(card("two")),
        MediaCarousel.to(TO, "~Look")
            .card(MediaCard.video(LINK).link("~Open", "https://shop.example/1"))
            .card(MediaCard.video(LINK).link("~Open", "https://shop.example/2")),
        ProductCarousel.to(TO, "~Look", "4711").product("sku-1").product("sku-2"),
        VoiceCallMessage.to(TO, "~Call us").label("~Call").minutes(10).payload("desk-1"),
        OrderDetails.to(TO, "~Your order", order()).header(Header.image(LINK)).footer("~Thanks"),
        OrderStatus.to(
            TO,
            "~On its way",
            OrderUpdate.of("order-17", OrderUpdate.Status.SHIPPED)
                .description("~by bike")
                .payment(OrderUpdate.Payment.CAPTURED, TIME)));
  }

  private static List<TemplateComponent> card(int number) {
    return List.of(
        TemplateComponent.header(TemplateParameter.image(Attachment.id("42" + number))),
        TemplateComponent.body("~card " + number),
        TemplateComponent.quickReply(0, "more-" + number),
        TemplateComponent.url(1, "end-" + number));
  }

  static TemplateMessage template(TemplateComponent... components) {
    TemplateMessage message = TemplateMessage.to(TO, "any", "en_US");
    for (TemplateComponent component : components) {
      message = message.with(component);
    }
    return message;
  }

  /** Templates with every component, every header and every button. */
  static Stream<Message> templates() {
    return Stream.of(
        template(
            TemplateComponent.header("~Bo"),
            TemplateComponent.body(List.of(
                TemplateParameter.named("first", "~Bo"),
                TemplateParameter.currency("~$35", "USD", 35_000).place("amount"),
                TemplateParameter.dateTime("~May 10th"))),
            TemplateComponent.catalog(0, "sku-1"),
            TemplateComponent.tapTarget("https://shop.example", "~Shop")),
        template(
            TemplateComponent.header(TemplateParameter.image(LINK)),
            TemplateComponent.limitedTimeOffer(TIME),
            TemplateComponent.couponCode(0, "~25OFF"),
            TemplateComponent.url(1, "spring")),
        template(
            TemplateComponent.header(TemplateParameter.video(LINK)),
            TemplateComponent.products(0, "sku-1", products())),
        template(
            TemplateComponent.header(TemplateParameter.document(LINK, "~menu.pdf")),
            TemplateComponent.flow(0, "token-1", json("{\"greeting\":\"~Hello\"}"))),
        template(
            TemplateComponent.header(TemplateParameter.document(LINK)),
            TemplateComponent.flow(0),
            TemplateComponent.quickReply(1, "yes")),
        template(
            TemplateComponent.header(TemplateParameter.location(1.5, -2, "~Shop", "~Road 1")),
            TemplateComponent.voiceCall(0, 100, "desk-1"),
            TemplateComponent.paymentLink(1, "pay-17")),
        template(
            TemplateComponent.header(TemplateParameter.product("4711", "sku-1")),
            TemplateComponent.voiceCall(0),
            TemplateComponent.catalog(1)),
        template(TemplateComponent.orderDetails(0, order())),
        template(TemplateComponent.orderStatus(
            OrderUpdate.of("order-17", OrderUpdate.Status.SHIPPED).description("~by bike"))),
        TemplateMessage.to(TO, "any", "en").oneTimeCode("~123456"),
        template(
            TemplateComponent.body("~Bo"),
            TemplateComponent.carousel(List.of(card(1), card(2), card(3)))),
        TemplateMessage.to(TO, "any", "en")
            .body("~Bo")
            .marketing(TemplateMessage.ProductPolicy.STRICT)
            .activitySharing(false));
  }

  /** Each string of a document by its path. */
  static Map<String, String> strings(JsonValue value) {
    Map<String, String> strings = new TreeMap<>();
    walk("", value, strings);
    return strings;
  }

  private static void walk(String path, JsonValue value, Map<String, String> strings) {
    if (value instanceof JsonObject object) {
      object.members().forEach((name, child) -> walk(path + "." + name, child, strings));
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.elements().size(); i++) {
        walk(path + "." + i, array.elements().get(i), strings);
      }
    } else if (value instanceof JsonString string) {
      strings.put(path, string.value());
    }
  }
}
