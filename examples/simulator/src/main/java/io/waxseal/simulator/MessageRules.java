package io.waxseal.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Meta requires of the body of a send request, apart from the content of templates. */
final class MessageRules {
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().-]+");
  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
  private static final int TEXT_LIMIT = 4096;
  private static final int CALLBACK_DATA_LIMIT = 512;

  private static final Set<String> KINDS = Set.of(
      "audio",
      "contacts",
      "document",
      "image",
      "interactive",
      "location",
      "pin",
      "reaction",
      "sticker",
      "template",
      "text",
      "video");

  private MessageRules() {}

  static boolean isUserId(String value) {
    return USER_ID.matcher(value).matches();
  }

  /** Digits of a phone number as a person may write it, or the empty string when it is none. */
  static String digits(String phone) {
    if (!PHONE.matcher(phone).matches()) {
      return "";
    }
    String digits = phone.replaceAll("[^0-9]", "");
    return digits.length() >= 5 && digits.length() <= 15 ? digits : "";
  }

  static OutgoingMessage check(Fields request, String ownNumber) throws Refused {
    String type = request.has("type") ? request.requiredText("type") : "text";
    OutgoingMessage message = addressing(request, type, ownNumber);
    if (!KINDS.contains(type)) {
      throw request.invalid("type", "must be a supported message type");
    }
    if (type.equals("contacts")) {
      if (request.objects(type).isEmpty()) {
        throw request.missing(type);
      }
    } else {
      checkContent(type, request.requiredObject(type));
    }
    if (request.has("context")) {
      request.requiredObject("context").requiredText("message_id");
    }
    return message;
  }

  private static void checkContent(String type, Fields content) throws Refused {
    if (type.equals("text")) {
      checkText(content);
    } else if (type.equals("template")) {
      TemplateRules.check(content);
    }
  }

  private static void checkText(Fields text) throws Refused {
    String body = text.requiredText("body");
    if (body.codePointCount(0, body.length()) > TEXT_LIMIT) {
      throw text.invalid("body", "must have at most " + TEXT_LIMIT + " characters");
    }
    if (text.has("preview_url") && !(text.value("preview_url") instanceof Boolean)) {
      throw text.invalid("preview_url", "must be a boolean");
    }
  }

  private static OutgoingMessage addressing(Fields request, String type, String ownNumber)
      throws Refused {
    String recipientType = request.text("recipient_type");
    if (recipientType != null && !recipientType.equals("individual")) {
      throw request.invalid("recipient_type", "must be 'individual': the simulator has no groups");
    }
    String callbackData = request.text("biz_opaque_callback_data");
    if (callbackData != null
        && callbackData.getBytes(StandardCharsets.UTF_8).length > CALLBACK_DATA_LIMIT) {
      throw request.invalid(
          "biz_opaque_callback_data", "must have at most " + CALLBACK_DATA_LIMIT + " bytes");
    }
    request.text("recipient_identity_key_hash");
    String template = type.equals("template") ? templateName(request) : null;
    if (request.has("to") || !request.has("recipient")) {
      String to = request.requiredText("to");
      String phone = isUserId(to) ? null : phone(request, to, ownNumber);
      return new OutgoingMessage(type, to, phone, null, callbackData, template);
    }
    String recipient = request.requiredText("recipient");
    if (!isUserId(recipient)) {
      throw request.invalid("recipient", "must be a business-scoped user id");
    }
    return new OutgoingMessage(type, recipient, null, recipient, callbackData, template);
  }

  /** Whether it is a name is checked with the content. */
  private static String templateName(Fields request) {
    return request.value("template") instanceof Map<?, ?> template
        ? String.valueOf(template.get("name"))
        : "";
  }

  private static String phone(Fields request, String to, String ownNumber) throws Refused {
    String digits = digits(to);
    if (digits.isEmpty()) {
      throw request.invalid("to", "must be a phone number");
    }
    if (digits.equals(ownNumber)) {
      throw new Refused(GraphError.whatsApp(
          400, 131021, "Recipient cannot be sender", "Sender and recipient are the same number."));
    }
    return digits;
  }
}
