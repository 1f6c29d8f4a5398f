package io.waxseal.redaction;

import io.waxseal.account.By;
import io.waxseal.send.Allowed;
import io.waxseal.send.Guidance;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Refuses a message when one of its texts holds a value that may not go out; the refusal names types, never values. */
final class OutboundRule implements SendRule {

  static final Reason SENSITIVE_CONTENT = new Reason("SENSITIVE_CONTENT");
  private static final String ALTERNATIVE =
      "Send a link to a page where the value can be entered or read safely.";

  private final Engine engine;
  private final Map<By.Kind, Plan> plans = new EnumMap<>(By.Kind.class);

  OutboundRule(Engine engine, Policy policy) {
    this.engine = engine;
    for (By.Kind kind : By.Kind.values()) {
      plans.put(kind, new Plan(policy, Direction.OUTBOUND, PolicyJson.word(kind)));
    }
  }

  boolean isIdle() {
    return plans.values().stream().allMatch(Plan::isIdle);
  }

  @Override
  public Stage stage() {
    return Stage.CONTENT;
  }

  @Override
  public Verdict check(SendRequest request) {
    Set<String> seen = new TreeSet<>();
    Plan plan = Objects.requireNonNull(plans.get(request.by().kind()));
    JsonRedactor inspector = new JsonRedactor(engine, plan, type -> seen.add(type.name()));
    request.message().mapText(text -> {
      inspector.redactText(text);
      return text;
    });
    return seen.isEmpty()
        ? Allowed.because(Reason.NO_OBJECTION)
        : Refused.because(SENSITIVE_CONTENT, guidance(seen));
  }

  private static Guidance guidance(Set<String> seen) {
    return new Guidance(
        "The message was not sent: it seems to contain " + named(seen)
            + ". Take it out and send the rest; never ask for it in chat.",
        "The redactor's content rule found " + String.join(", ", seen)
            + " in a text of the message. Take the value out, or let its type pass by a rule of the Policy.",
        Optional.of(ALTERNATIVE));
  }

  private static String named(Set<String> seen) {
    if (seen.contains(EntityType.REDACTED.name())) {
      return "something that could not be checked";
    }
    if (seen.contains(EntityType.CREDIT_CARD.name())) {
      return "a payment card number";
    }
    if (seen.contains(EntityType.CARD_CVV.name())) {
      return "the security code of a payment card";
    }
    return seen.contains(EntityType.SECRET_PASSWORD.name()) ? "a password or PIN" : "personal data";
  }
}
