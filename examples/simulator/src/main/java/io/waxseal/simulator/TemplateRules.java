package io.waxseal.simulator;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The shape Meta requires of {@code template}; which templates exist and what they take is not known here. */
final class TemplateRules {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2,3})?");
  private static final Pattern INDEX = Pattern.compile("[0-9](\\.0)?");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\n\\r\\t]| {5}");

  private static final int LONGEST_TEXT = 1024;
  private static final int LONGEST_COUPON = 15;

  private static final Set<String> COMPONENTS = Set.of(
      "header",
      "body",
      "footer",
      "button",
      "carousel",
      "limited_time_offer",
      "order_status",
      "tap_target_configuration");
  private static final Set<String> BUTTONS = Set.of(
      "quick_reply", "url", "copy_code", "catalog", "mpm", "flow", "voice_call", "order_details");
  private static final Set<String> PARAMETERS = Set.of(
      "text",
      "currency",
      "date_time",
      "image",
      "video",
      "document",
      "location",
      "product",
      "payload",
      "coupon_code",
      "limited_time_offer",
      "action",
      "order_status",
      "tap_target_configuration",
      "ttl_minutes");
  private static final Set<String> MEDIA = Set.of("image", "video", "document");
  private static final Set<String> TEXTS = Set.of("text", "payload", "coupon_code");
  private static final Set<String> SCALARS_AND_ARRAYS =
      Set.of("ttl_minutes", "tap_target_configuration");

  private TemplateRules() {}

  static void check(Fields template) throws Refused {
    String name = template.requiredText("name");
    Fields language = template.requiredObject("language");
    String code = language.requiredText("code");
    if (language.has("policy") && !"deterministic".equals(language.text("policy"))) {
      throw language.invalid("policy", "must be 'deterministic'");
    }
    if (!NAME.matcher(name).matches() || !LANGUAGE.matcher(code).matches()) {
      throw new Refused(GraphError.whatsApp(
          404,
          132001,
          "Template name does not exist in the translation",
          "No template can have this name and language."));
    }
    checkComponents(template);
  }

  private static void checkComponents(Fields parent) throws Refused {
    for (Fields component : parent.objects("components")) {
      String type = component.oneOf("type", COMPONENTS);
      if (type.equals("button")) {
        checkButton(component);
      }
      if (type.equals("carousel")) {
        checkCards(component);
      }
      for (Fields parameter : component.objects("parameters")) {
        checkParameter(parameter);
      }
    }
  }

  private static void checkButton(Fields button) throws Refused {
    String kind = button.oneOf("sub_type", BUTTONS);
    Object index = button.value("index");
    if (index == null && !kind.equals("voice_call")) {
      throw button.missing("index");
    }
    if (index != null && !INDEX.matcher(index.toString()).matches()) {
      throw button.invalid("index", "must be a number from 0 to 9");
    }
  }

  private static void checkCards(Fields carousel) throws Refused {
    List<Fields> cards = carousel.objects("cards");
    if (cards.size() < 2 || cards.size() > 10) {
      throw carousel.invalid("cards", "must hold 2 to 10 cards");
    }
    for (Fields card : cards) {
      if (!card.has("card_index")) {
        throw card.missing("card_index");
      }
      checkComponents(card);
    }
  }

  private static void checkParameter(Fields parameter) throws Refused {
    String type = parameter.oneOf("type", PARAMETERS);
    parameter.text("parameter_name");
    if (TEXTS.contains(type)) {
      checkText(parameter.requiredText(type));
      checkLength(type, parameter);
    } else if (SCALARS_AND_ARRAYS.contains(type)) {
      if (!parameter.has(type)) {
        throw parameter.missing(type);
      }
    } else {
      Fields content = parameter.requiredObject(type);
      if (content.members().isEmpty()) {
        throw parameter.invalid(type, "must not be empty");
      }
      if (MEDIA.contains(type)) {
        MediaRules.checkSource(content);
      } else if (type.equals("limited_time_offer")) {
        content.requiredNumber("expiration_time_ms", 1, Long.MAX_VALUE);
      } else if (type.equals("location")) {
        content.requiredNumber("latitude", -90, 90);
        content.requiredNumber("longitude", -180, 180);
      }
    }
  }

  private static void checkLength(String type, Fields parameter) throws Refused {
    if (type.equals("coupon_code")) {
      parameter.requiredText(type, LONGEST_COUPON);
    } else if (parameter.requiredText(type).length() > LONGEST_TEXT) {
      throw new Refused(KnownErrors.get(132005));
    }
  }

  private static void checkText(String text) throws Refused {
    if (UNPRINTABLE.matcher(text).find()) {
      throw new Refused(GraphError.whatsApp(
          400,
          132018,
          "There's an issue with the parameters in your template",
          "A text has a line break, a tab or more than four spaces in a row."));
    }
  }
}
