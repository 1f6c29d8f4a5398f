package io.waxseal.simulator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What Meta requires of {@code interactive}: the frame of a kind, and what its action holds. */
final class InteractiveRules {
  private static final int BODY = 1024;
  private static final int LIST_BODY = 4096;
  private static final int CARD_BODY = 160;
  private static final int LABEL = 20;
  private static final int LINE = 60;
  private static final Set<String> ANY = Set.of("text", "image", "video", "document");
  private static final Set<String> NONE = Set.of();

  /** The rule of an action. */
  private interface Action {
    void check(Fields action) throws Refused;
  }

  /**
   * @param headers the possible kinds of header
   * @param footer whether there can be a footer
   * @param body the longest body; negative if it may be absent
   */
  private record Kind(Set<String> headers, boolean footer, int body, Action action) {}

  private static final Map<String, Kind> KINDS = new HashMap<>();

  static {
    put("button", ANY, true, BODY, InteractiveRules::checkButtons);
    put("list", Set.of("text"), true, LIST_BODY, InteractiveRules::checkList);
    put("cta_url", ANY, true, BODY, InteractiveRules::checkLink);
    put("flow", ANY, true, BODY, FlowRules::check);
    put("location_request_message", NONE, false, BODY, named("send_location"));
    put("address_message", ANY, true, BODY, InteractiveRules::checkAddress);
    put("catalog_message", NONE, true, BODY, named("catalog_message"));
    put("product", NONE, true, -BODY, InteractiveRules::checkProduct);
    put("product_list", Set.of("text"), true, BODY, InteractiveRules::checkProducts);
    put("carousel", NONE, false, BODY, InteractiveRules::checkCards);
    put("voice_call", NONE, false, BODY, InteractiveRules::checkVoiceCall);
    put("call_permission_request", NONE, false, -BODY, named("call_permission_request"));
    put("request_contact_info", NONE, false, BODY, named("request_contact_info"));
    put("order_details", ANY, true, BODY, OrderRules::checkDetails);
    put("order_status", NONE, true, BODY, OrderRules::checkStatus);
  }

  private InteractiveRules() {}

  private static void put(
      String type, Set<String> headers, boolean footer, int body, Action action) {
    KINDS.put(type, new Kind(headers, footer, body, action));
  }

  static void check(Fields interactive) throws Refused {
    String type = interactive.oneOf("type", KINDS.keySet());
    Kind kind = Objects.requireNonNull(KINDS.get(type));
    if (interactive.has("body") || kind.body() > 0) {
      interactive.requiredObject("body").requiredText("text", Math.abs(kind.body()));
    }
    if (interactive.has("header")) {
      if (kind.headers().isEmpty()) {
        throw interactive.invalid("header", "is not possible for this type");
      }
      checkHeader(interactive.requiredObject("header"), kind.headers());
    } else if (type.equals("product_list")) {
      throw interactive.missing("header");
    }
    if (interactive.has("footer")) {
      if (!kind.footer()) {
        throw interactive.invalid("footer", "is not possible for this type");
      }
      interactive.requiredObject("footer").requiredText("text", LINE);
    }
    kind.action().check(interactive.requiredObject("action"));
  }

  private static void checkHeader(Fields header, Set<String> possible) throws Refused {
    String type = header.oneOf("type", possible);
    if (type.equals("text")) {
      header.requiredText("text", LINE);
    } else {
      MediaRules.checkSource(header.requiredObject(type));
    }
  }

  private static Action named(String name) {
    return action -> checkName(action, name);
  }

  static void checkName(Fields action, String name) throws Refused {
    if (!name.equals(action.requiredText("name"))) {
      throw action.invalid("name", "must be '" + name + "'");
    }
  }

  private static void checkButtons(Fields action) throws Refused {
    checkButtons(action, "reply", 3);
  }

  private static void checkButtons(Fields action, String kind, int most) throws Refused {
    Set<String> ids = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (Fields button : action.objects("buttons", 1, most)) {
      Fields reply = button.requiredObject(button.oneOf("type", Set.of(kind)));
      if (!ids.add(reply.requiredText("id", 256))) {
        throw reply.invalid("id", "must differ from those of other buttons");
      }
      if (!titles.add(reply.requiredText("title", LABEL))) {
        throw reply.invalid("title", "must differ from those of other buttons");
      }
    }
  }

  private static void checkList(Fields action) throws Refused {
    action.requiredText("button", LABEL);
    List<Fields> sections = action.objects("sections", 1, 10);
    Set<String> ids = new HashSet<>();
    int rows = 0;
    for (Fields section : sections) {
      checkTitle(section, sections.size());
      for (Fields row : section.objects("rows", 1, 10)) {
        if (!ids.add(row.requiredText("id", 200))) {
          throw row.invalid("id", "must differ from those of other rows");
        }
        row.requiredText("title", 24);
        row.optionalText("description", 72);
        rows++;
      }
    }
    if (rows > 10) {
      throw action.invalid("sections", "must have at most 10 rows in all");
    }
  }

  private static void checkTitle(Fields section, int sections) throws Refused {
    if (sections > 1) {
      section.requiredText("title", 24);
    } else {
      section.optionalText("title", 24);
    }
  }

  private static void checkLink(Fields action) throws Refused {
    checkName(action, "cta_url");
    Fields parameters = action.requiredObject("parameters");
    parameters.requiredText("display_text", LABEL);
    parameters.requiredAddress("url");
  }

  private static void checkAddress(Fields action) throws Refused {
    checkName(action, "address_message");
    Fields parameters = action.requiredObject("parameters");
    parameters.oneOf("country", Set.of("in", "sg"));
    parameters.objects("saved_addresses");
  }

  private static void checkProduct(Fields action) throws Refused {
    action.requiredText("catalog_id");
    action.requiredText("product_retailer_id");
  }

  private static void checkProducts(Fields action) throws Refused {
    action.requiredText("catalog_id");
    List<Fields> sections = action.objects("sections", 1, 10);
    int products = 0;
    for (Fields section : sections) {
      checkTitle(section, sections.size());
      for (Fields item : section.objects("product_items", 1, 30)) {
        item.requiredText("product_retailer_id");
        products++;
      }
    }
    if (products > 30) {
      throw action.invalid("sections", "must have at most 30 products in all");
    }
  }

  private static void checkVoiceCall(Fields action) throws Refused {
    checkName(action, "voice_call");
    if (action.has("parameters")) {
      Fields parameters = action.requiredObject("parameters");
      parameters.optionalText("display_text", LABEL);
      parameters.text("payload");
      if (parameters.has("ttl_minutes")) {
        parameters.requiredNumber("ttl_minutes", 1, 43_200);
      }
    }
  }

  private static void checkCards(Fields carousel) throws Refused {
    Set<String> shapes = new HashSet<>();
    for (Fields card : carousel.objects("cards", 2, 10)) {
      if (!card.has("card_index")) {
        throw card.missing("card_index");
      }
      String type = card.oneOf("type", Set.of("cta_url", "product"));
      Fields action = card.requiredObject("action");
      if (type.equals("product")) {
        checkProduct(action);
      } else {
        checkHeader(card.requiredObject("header"), Set.of("image", "video"));
        checkCardBody(card);
        if (action.has("buttons")) {
          checkButtons(action, "quick_reply", 2);
          type = "buttons";
        } else {
          checkLink(action);
        }
      }
      shapes.add(type);
    }
    if (shapes.size() > 1) {
      throw carousel.invalid("cards", "must all have the same kind of action");
    }
  }

  private static void checkCardBody(Fields card) throws Refused {
    if (card.has("body")) {
      Fields body = card.requiredObject("body");
      String text = body.requiredText("text", CARD_BODY);
      if (text.chars().filter(c -> c == '\n').count() > 2) {
        throw body.invalid("text", "must have at most 2 line breaks");
      }
    }
  }
}
