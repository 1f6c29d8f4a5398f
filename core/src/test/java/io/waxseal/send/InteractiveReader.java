package io.waxseal.send;

import io.waxseal.json.JsonObject;
import io.waxseal.message.AddressRequest;
import io.waxseal.message.BaseMessage;
import io.waxseal.message.Buttons;
import io.waxseal.message.CallPermissionRequest;
import io.waxseal.message.CatalogMessage;
import io.waxseal.message.ContactInfoRequest;
import io.waxseal.message.CtaUrl;
import io.waxseal.message.FlowMessage;
import io.waxseal.message.FootedMessage;
import io.waxseal.message.HeadedMessage;
import io.waxseal.message.ListMenu;
import io.waxseal.message.LocationRequest;
import io.waxseal.message.MediaCarousel;
import io.waxseal.message.OrderDetails;
import io.waxseal.message.OrderStatus;
import io.waxseal.message.ProductCarousel;
import io.waxseal.message.ProductList;
import io.waxseal.message.ProductMessage;
import io.waxseal.message.VoiceCallMessage;
import io.waxseal.message.part.AddressField;
import io.waxseal.message.part.Flow;
import io.waxseal.message.part.Header;
import io.waxseal.message.part.MediaCard;
import io.waxseal.message.part.ProductSections;
import io.waxseal.person.Recipient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes interactive messages again, one method a kind. */
final class InteractiveReader implements RequestReader {
  @Override
  public BaseMessage<?> read(Recipient to, Request request) {
    At at = request.part();
    String type = at.text("type").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "button" -> headed(at, buttons(to, at));
      case "list" -> list(to, at);
      case "cta_url" -> headed(at, ctaUrl(to, at));
      case "flow" -> headed(at, flow(to, at));
      case "location_request_message" -> LocationRequest.to(to, body(at));
      case "request_contact_info" -> ContactInfoRequest.to(to, body(at));
      case "call_permission_request" ->
        at.has("body") ? CallPermissionRequest.to(to, body(at)) : CallPermissionRequest.to(to);
      case "address_message" -> headed(at, address(to, at));
      case "catalog_message" -> footed(at, catalog(to, at));
      case "product" -> footed(at, product(to, at));
      case "product_list" -> footed(at, productList(to, at));
      case "carousel" -> carousel(to, at);
      case "voice_call" -> voiceCall(to, at);
      case "order_details" ->
        headed(at, OrderDetails.to(to, body(at), OrderReader.order(parameters(at))));
      case "order_status" ->
        footed(at, OrderStatus.to(to, body(at), OrderReader.update(parameters(at))));
      default -> throw new Unsaid(at.path() + ".type: no class is made for " + type);
    };
  }

  private static String body(At at) {
    return at.child("body").text("text");
  }

  private static At parameters(At at) {
    At action = at.child("action");
    return action.maybeChild("parameters").orElse(new At(action.path(), JsonObject.EMPTY));
  }

  private static <M extends FootedMessage<M>> M footed(At at, M message) {
    return at.maybeChild("footer")
        .map(footer -> message.footer(footer.text("text")))
        .orElse(message);
  }

  private static <M extends HeadedMessage<M>> M headed(At at, M message) {
    M footed = footed(at, message);
    return at.maybeChild("header").map(header -> footed.header(header(header))).orElse(footed);
  }

  private static Header header(At at) {
    String type = at.text("type");
    return switch (type) {
      case "text" -> Header.text(at.text("text"));
      case "image" -> Header.image(RequestReaders.attachment(at.child(type)));
      case "video" -> Header.video(RequestReaders.attachment(at.child(type)));
      case "document" ->
        at.child(type)
            .maybe("filename")
            .map(name -> Header.document(RequestReaders.attachment(at.child(type)), name))
            .orElseGet(() -> Header.document(RequestReaders.attachment(at.child(type))));
      default -> throw new Unsaid(at.path() + ".type is no header");
    };
  }

  private static Buttons buttons(Recipient to, At at) {
    Buttons buttons = Buttons.to(to, body(at));
    for (At button : at.child("action").children("buttons")) {
      At reply = button.child("reply");
      buttons = buttons.button(reply.text("id"), reply.text("title"));
    }
    return buttons;
  }

  private static ListMenu list(Recipient to, At at) {
    ListMenu list = footed(at, ListMenu.to(to, body(at), at.child("action").text("button")));
    if (at.has("header")) {
      list = list.header(at.child("header").text("text"));
    }
    for (At section : at.child("action").children("sections")) {
      list = section.set(list, "title", ListMenu::section);
      for (At row : section.children("rows")) {
        list = row.has("description")
            ? list.row(row.text("id"), row.text("title"), row.text("description"))
            : list.row(row.text("id"), row.text("title"));
      }
    }
    return list;
  }

  private static CtaUrl ctaUrl(Recipient to, At at) {
    At parameters = parameters(at);
    CtaUrl link = CtaUrl.to(to, body(at), parameters.text("display_text"), parameters.text("url"));
    return parameters.flag("payment_link_preview") ? link.paymentLink() : link;
  }

  private static FlowMessage flow(Recipient to, At at) {
    At parameters = parameters(at);
    Flow flow = parameters
        .maybe("flow_id")
        .map(Flow::id)
        .orElseGet(() -> Flow.name(parameters.text("flow_name")));
    flow = parameters.set(flow, "flow_token", Flow::token);
    flow = parameters.set(
        flow, "mode", (known, mode) -> mode.equals("draft") ? known.draft() : known.published());
    if (parameters.has("flow_action_payload")) {
      At payload = parameters.child("flow_action_payload");
      flow = payload.has("data")
          ? flow.navigate(payload.text("screen"), payload.child("data").json())
          : flow.navigate(payload.text("screen"));
    } else {
      flow = parameters.set(
          flow,
          "flow_action",
          (known, action) -> action.equals("navigate") ? known.navigate() : known.dataExchange());
    }
    return FlowMessage.to(to, body(at), parameters.text("flow_cta"), flow);
  }

  private static AddressRequest address(Recipient to, At at) {
    At parameters = parameters(at);
    AddressRequest address =
        AddressRequest.to(to, body(at), AddressRequest.Country.valueOf(parameters.text("country")));
    if (parameters.has("values")) {
      for (Map.Entry<AddressField, String> field :
          fields(parameters.child("values")).entrySet()) {
        address = address.value(field.getKey(), field.getValue());
      }
    }
    if (parameters.has("validation_errors")) {
      for (Map.Entry<AddressField, String> field :
          fields(parameters.child("validation_errors")).entrySet()) {
        address = address.invalid(field.getKey(), field.getValue());
      }
    }
    for (At saved : parameters.children("saved_addresses")) {
      address = address.saved(saved.text("id"), fields(saved.child("value")));
    }
    return address;
  }

  private static Map<AddressField, String> fields(At at) {
    Map<AddressField, String> fields = new TreeMap<>();
    at.names()
        .forEach(
            name -> fields.put(AddressField.valueOf(name.toUpperCase(Locale.ROOT)), at.text(name)));
    return fields;
  }

  private static CatalogMessage catalog(Recipient to, At at) {
    CatalogMessage catalog = CatalogMessage.to(to, body(at));
    return parameters(at).set(catalog, "thumbnail_product_retailer_id", CatalogMessage::thumbnail);
  }

  private static ProductMessage product(Recipient to, At at) {
    At action = at.child("action");
    ProductMessage product =
        ProductMessage.to(to, action.text("catalog_id"), action.text("product_retailer_id"));
    return at.has("body") ? product.body(body(at)) : product;
  }

  private static ProductList productList(Recipient to, At at) {
    return ProductList.to(
        to,
        at.child("header").text("text"),
        body(at),
        at.child("action").text("catalog_id"),
        sections(at.child("action")));
  }

  static ProductSections sections(At at) {
    List<At> all = at.children("sections");
    if (all.isEmpty()) {
      throw new Unsaid(at.path() + ".sections is empty");
    }
    ProductSections sections = all.get(0)
        .maybe("title")
        .map(title -> ProductSections.of(title, products(all.get(0))))
        .orElseGet(() -> ProductSections.untitled(products(all.get(0))));
    for (At section : all.subList(1, all.size())) {
      sections = sections.section(section.text("title"), products(section));
    }
    return sections;
  }

  private static String[] products(At section) {
    return section.children("product_items").stream()
        .map(item -> item.text("product_retailer_id"))
        .toArray(String[]::new);
  }

  private static BaseMessage<?> carousel(Recipient to, At at) {
    List<At> cards = at.child("action").children("cards");
    boolean products =
        cards.stream().anyMatch(card -> card.child("action").has("product_retailer_id"));
    if (!products) {
      MediaCarousel media = MediaCarousel.to(to, body(at));
      for (At card : cards) {
        media = media.card(card(card));
      }
      return media;
    }
    ProductCarousel carousel =
        ProductCarousel.to(to, body(at), cards.get(0).child("action").text("catalog_id"));
    for (At card : cards) {
      carousel = carousel.product(card.child("action").text("product_retailer_id"));
    }
    return carousel;
  }

  private static MediaCard card(At at) {
    At header = at.child("header");
    String type = header.text("type");
    MediaCard card = type.equals("image")
        ? MediaCard.image(RequestReaders.attachment(header.child(type)))
        : MediaCard.video(RequestReaders.attachment(header.child(type)));
    if (at.has("body")) {
      card = card.body(body(at));
    }
    for (At button : at.child("action").children("buttons")) {
      At reply = button.child("quick_reply");
      card = card.button(reply.text("id"), reply.text("title"));
    }
    if (at.child("action").has("parameters")) {
      At link = parameters(at);
      card = card.link(link.text("display_text"), link.text("url"));
    }
    return card;
  }

  private static VoiceCallMessage voiceCall(Recipient to, At at) {
    At parameters = parameters(at);
    VoiceCallMessage call = VoiceCallMessage.to(to, body(at));
    call = parameters.set(call, "display_text", VoiceCallMessage::label);
    call =
        parameters.set(call, "ttl_minutes", (known, ttl) -> known.minutes(Integer.parseInt(ttl)));
    return parameters.set(call, "payload", VoiceCallMessage::payload);
  }
}
