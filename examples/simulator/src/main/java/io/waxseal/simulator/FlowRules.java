package io.waxseal.simulator;

import java.util.Set;

/** What Meta requires of the action of a Flow message. */
final class FlowRules {
  private FlowRules() {}

  static void check(Fields action) throws Refused {
    InteractiveRules.checkName(action, "flow");
    Fields parameters = action.requiredObject("parameters");
    if (!"3".equals(parameters.requiredText("flow_message_version"))) {
      throw parameters.invalid("flow_message_version", "must be '3'");
    }
    if (parameters.has("flow_id") == parameters.has("flow_name")) {
      throw new Refused(
          GraphError.invalid(parameters.path(), "must have either flow_id or flow_name"));
    }
    parameters.requiredText(parameters.has("flow_id") ? "flow_id" : "flow_name");
    parameters.requiredText("flow_cta", 30);
    parameters.text("flow_token");
    if (parameters.has("mode")) {
      parameters.oneOf("mode", Set.of("draft", "published"));
    }
    String opens = parameters.has("flow_action")
        ? parameters.oneOf("flow_action", Set.of("navigate", "data_exchange"))
        : "navigate";
    if (parameters.has("flow_action_payload")) {
      checkPayload(parameters, opens);
    }
  }

  private static void checkPayload(Fields parameters, String opens) throws Refused {
    if (!opens.equals("navigate")) {
      throw parameters.invalid("flow_action_payload", "is possible for 'navigate' only");
    }
    Fields payload = parameters.requiredObject("flow_action_payload");
    payload.text("screen");
    if (payload.has("data") && payload.requiredObject("data").members().isEmpty()) {
      throw payload.invalid("data", "must not be empty");
    }
  }
}
