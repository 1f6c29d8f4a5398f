package io.waxseal.simulator;

import java.util.Set;

/** What the endpoint {@code marketing_messages} requires beyond what every message does. */
final class MarketingRules {
  private MarketingRules() {}

  static OutgoingMessage check(Fields request, OutgoingMessage message, Templates templates)
      throws Refused {
    String name = message.templateName();
    if (name == null || message.group()) {
      throw new Refused(KnownErrors.get(131055));
    }
    if (!templates.category(name, "MARKETING").equals("MARKETING")) {
      throw new Refused(KnownErrors.get(134100));
    }
    if (request.has("product_policy")) {
      request.oneOf("product_policy", Set.of("cloud_api_fallback", "strict"));
    }
    request.optionalBoolean("message_activity_sharing");
    return message.asMarketing();
  }
}
