package io.waxseal.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What Meta requires of the content of each kind of message. */
final class ContentRules {
  private static final int LONGEST_TEXT = 4096;
  private static final int MOST_CONTACTS = 257;
  private static final Pattern BIRTHDAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The rule of one kind. */
  private interface Rule {
    void check(Fields content) throws Refused;
  }

  private static final Map<String, Rule> RULES = new TreeMap<>(Map.of(
      "text", ContentRules::checkText,
      "location", ContentRules::checkLocation,
      "reaction", ContentRules::checkReaction,
      "pin", ContentRules::checkPin,
      "interactive", InteractiveRules::check,
      "template", TemplateRules::check));

  static {
    MediaRules.KINDS.forEach(kind -> RULES.put(kind, media -> MediaRules.check(kind, media)));
  }

  /** What a group can be sent. */
  private static final Set<String> IN_GROUPS =
      Set.of("text", "image", "video", "audio", "document", "sticker", "template", "pin");

  private ContentRules() {}

  static void check(Fields request, String type, boolean group) throws Refused {
    if (type.equals("contacts")) {
      checkContacts(request);
    } else {
      Rule rule = RULES.get(type);
      if (rule == null) {
        throw request.invalid(
            "type",
            "must be one of {CONTACTS, "
                + String.join(", ", RULES.keySet()).toUpperCase(Locale.ROOT)
                + "}");
      }
      rule.check(request.requiredObject(type));
    }
    if (group && !IN_GROUPS.contains(type)) {
      throw request.invalid("type", "is not possible in a group");
    }
    if (!group && type.equals("pin")) {
      throw request.invalid("type", "is possible in a group only");
    }
    if (request.has("context")) {
      request.requiredObject("context").requiredText("message_id");
    }
  }

  private static void checkText(Fields text) throws Refused {
    text.requiredText("body", LONGEST_TEXT);
    text.optionalBoolean("preview_url");
  }

  private static void checkLocation(Fields location) throws Refused {
    location.requiredNumber("latitude", -90, 90);
    location.requiredNumber("longitude", -180, 180);
    location.text("name");
    location.text("address");
  }

  private static void checkReaction(Fields reaction) throws Refused {
    reaction.requiredText("message_id");
    String emoji = reaction.text("emoji");
    if (emoji == null) {
      throw reaction.missing("emoji");
    }
    // letters and digits are no emoji; which of the others are, WhatsApp decides
    if (emoji.codePoints().anyMatch(Character::isLetter)
        || emoji.chars().anyMatch(Character::isWhitespace)) {
      throw reaction.invalid("emoji", "must be an emoji or empty");
    }
  }

  private static void checkPin(Fields pin) throws Refused {
    pin.requiredText("message_id");
    if (pin.oneOf("type", Set.of("pin", "unpin")).equals("pin")) {
      pin.requiredNumber("expiration_days", 1, 30);
    }
  }

  private static void checkContacts(Fields request) throws Refused {
    for (Fields contact : request.objects("contacts", 1, MOST_CONTACTS)) {
      Fields name = contact.requiredObject("name");
      name.requiredText("formatted_name");
      if (name.members().size() < 2) {
        throw new Refused(GraphError.invalid(
            name.path(), "must have a name beside formatted_name, such as first_name"));
      }
      for (Fields phone : contact.objects("phones")) {
        phone.text("phone");
        phone.text("wa_id");
      }
      for (String list : Set.of("emails", "urls", "addresses")) {
        contact.objects(list);
      }
      String birthday = contact.text("birthday");
      if (birthday != null && !BIRTHDAY.matcher(birthday).matches()) {
        throw contact.invalid("birthday", "must read YYYY-MM-DD");
      }
    }
  }
}
