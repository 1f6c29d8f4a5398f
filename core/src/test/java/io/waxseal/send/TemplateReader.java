package io.waxseal.send;

import io.waxseal.json.JsonObject;
import io.waxseal.message.BaseMessage;
import io.waxseal.message.TemplateComponent;
import io.waxseal.message.TemplateComponent.ButtonKind;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TemplateMessage.ProductPolicy;
import io.waxseal.message.TemplateParameter;
import io.waxseal.person.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Makes templates again, also those of the Marketing Messages API. */
final class TemplateReader implements RequestReader {
  @Override
  public BaseMessage<?> read(Recipient to, Request request) {
    At at = request.part();
    TemplateMessage template =
        TemplateMessage.to(to, at.text("name"), at.child("language").text("code"));
    for (At component : at.children("components")) {
      template = template.with(component(component));
    }
    return request.edge().equals("marketing_messages")
        ? marketing(request.at(), template.marketing())
        : template;
  }

  private static TemplateMessage marketing(At at, TemplateMessage template) {
    TemplateMessage message = at.set(
        template,
        "product_policy",
        (known, policy) -> known.marketing(ProductPolicy.valueOf(policy)));
    return at.has("message_activity_sharing")
        ? message.activitySharing(at.flag("message_activity_sharing"))
        : message;
  }

  private static TemplateComponent component(At at) {
    List<At> parameters = at.children("parameters");
    String type = at.text("type").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "header" -> TemplateComponent.header(parameter(only(at)));
      case "body" ->
        TemplateComponent.body(
            parameters.stream().map(TemplateReader::parameter).toList());
      case "button" -> button(at);
      case "carousel" ->
        TemplateComponent.carousel(at.children("cards").stream()
            .map(card -> card.children("components").stream()
                .map(TemplateReader::component)
                .toList())
            .toList());
      case "limited_time_offer" ->
        TemplateComponent.limitedTimeOffer(
            Instant.ofEpochMilli(Long.parseLong(only(at).child(type).text("expiration_time_ms"))));
      case "order_status" ->
        TemplateComponent.orderStatus(OrderReader.update(only(at).child(type)));
      case "tap_target_configuration" -> {
        At target = only(at).children(type).get(0);
        yield TemplateComponent.tapTarget(target.text("url"), target.text("title"));
      }
      default -> throw new Unsaid(at.path() + ".type: no method is made for " + type);
    };
  }

  private static At only(At at) {
    List<At> parameters = at.children("parameters");
    if (parameters.size() != 1) {
      throw new Unsaid(at.path() + ".parameters has not one element");
    }
    return parameters.get(0);
  }

  private static TemplateParameter parameter(At at) {
    TemplateParameter parameter = unnamed(at);
    return at.set(parameter, "parameter_name", TemplateParameter::place);
  }

  private static TemplateParameter unnamed(At at) {
    String type = at.text("type");
    return switch (type) {
      case "text" -> TemplateParameter.text(at.text("text"));
      case "image" -> TemplateParameter.image(RequestReaders.attachment(at.child(type)));
      case "video" -> TemplateParameter.video(RequestReaders.attachment(at.child(type)));
      case "document" -> document(at.child(type));
      case "currency" ->
        TemplateParameter.currency(
            at.child(type).text("fallback_value"),
            at.child(type).text("code"),
            Long.parseLong(at.child(type).text("amount_1000")));
      case "location" ->
        TemplateParameter.location(
            Double.parseDouble(at.child(type).text("latitude")),
            Double.parseDouble(at.child(type).text("longitude")),
            at.child(type).text("name"),
            at.child(type).text("address"));
      case "product" ->
        TemplateParameter.product(
            at.child(type).text("catalog_id"), at.child(type).text("product_retailer_id"));
      case "date_time" ->
        at.child(type).names().count() == 1
            ? TemplateParameter.dateTime(at.child(type).text("fallback_value"))
            : TemplateParameter.of(type, at.child(type).json());
      default ->
        TemplateParameter.of(
            type, at.value(type).orElseThrow(() -> new Unsaid(at.path() + "." + type)));
    };
  }

  private static TemplateParameter document(At at) {
    return at.maybe("filename")
        .map(name -> TemplateParameter.document(RequestReaders.attachment(at), name))
        .orElseGet(() -> TemplateParameter.document(RequestReaders.attachment(at)));
  }

  private static TemplateComponent button(At at) {
    int index = Integer.parseInt(at.maybe("index").orElse("0"));
    String type = at.text("sub_type").toLowerCase(Locale.ROOT);
    List<At> parameters = at.children("parameters");
    if (parameters.isEmpty()) {
      return TemplateComponent.button(ButtonKind.valueOf(type.toUpperCase(Locale.ROOT)), index);
    }
    At first = parameters.get(0);
    return switch (type) {
      case "quick_reply" -> TemplateComponent.quickReply(index, first.text("payload"));
      case "url" ->
        first.flag("payment_link_preview")
            ? TemplateComponent.paymentLink(index, first.text("text"))
            : TemplateComponent.url(index, first.text("text"));
      case "copy_code" -> TemplateComponent.couponCode(index, first.text("coupon_code"));
      case "catalog" ->
        TemplateComponent.catalog(
            index, first.child("action").text("thumbnail_product_retailer_id"));
      case "mpm" ->
        TemplateComponent.products(
            index,
            first.child("action").text("thumbnail_product_retailer_id"),
            InteractiveReader.sections(first.child("action")));
      case "flow" -> flow(index, first.child("action"));
      case "voice_call" -> voiceCall(index, parameters);
      case "order_details" ->
        TemplateComponent.orderDetails(
            index, OrderReader.order(first.child("action").child("order_details")));
      default -> throw new Unsaid(at.path() + ".sub_type: no method is made for " + type);
    };
  }

  private static TemplateComponent flow(int index, At action) {
    JsonObject data = action.maybeChild("flow_action_data").map(At::json).orElse(JsonObject.EMPTY);
    return TemplateComponent.flow(index, action.maybe("flow_token").orElse("unused"), data);
  }

  private static TemplateComponent voiceCall(int index, List<At> parameters) {
    if (parameters.size() != 2) {
      throw new Unsaid(parameters.get(0).path() + " stands alone");
    }
    return TemplateComponent.voiceCall(
        index,
        Integer.parseInt(parameters.get(0).text("ttl_minutes")),
        parameters.get(1).text("payload"));
  }
}
