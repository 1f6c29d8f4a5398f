package io.waxseal.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** What Meta requires of the body of a send request, apart from the content of templates. */
final class MessageRules {
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().-]+");
  private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
  private static final int CALLBACK_DATA_LIMIT = 512;

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
    ContentRules.check(request, type, message.group());
    return message;
  }

  private static OutgoingMessage addressing(Fields request, String type, String ownNumber)
      throws Refused {
    String recipientType = request.text("recipient_type");
    boolean group = "group".equals(recipientType);
    if (recipientType != null && !recipientType.equals("individual") && !group) {
      throw request.invalid("recipient_type", "must be 'individual' or 'group'");
    }
    String callbackData = request.text("biz_opaque_callback_data");
    if (callbackData != null
        && callbackData.getBytes(StandardCharsets.UTF_8).length > CALLBACK_DATA_LIMIT) {
      throw request.invalid(
          "biz_opaque_callback_data", "must have at most " + CALLBACK_DATA_LIMIT + " bytes");
    }
    request.text("recipient_identity_key_hash");
    String template = type.equals("template") ? templateName(request) : null;
    if (group) {
      String to = request.requiredText("to");
      if (!digits(to).isEmpty() || isUserId(to)) {
        throw request.invalid("to", "must be the id of a group");
      }
      return new OutgoingMessage(type, to, null, null, to, callbackData, template, false);
    }
    if (request.has("to") || !request.has("recipient")) {
      String to = request.requiredText("to");
      String phone = isUserId(to) ? null : phone(request, to, ownNumber);
      return new OutgoingMessage(type, to, phone, null, null, callbackData, template, false);
    }
    String recipient = request.requiredText("recipient");
    if (!isUserId(recipient)) {
      throw request.invalid("recipient", "must be a business-scoped user id");
    }
    return new OutgoingMessage(
        type, recipient, null, recipient, null, callbackData, template, false);
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
