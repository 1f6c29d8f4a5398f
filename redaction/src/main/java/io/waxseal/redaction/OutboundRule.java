package io.waxseal.redaction;

import io.waxseal.account.By;
import io.waxseal.message.Message;
import io.waxseal.message.TemplateMessage;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.send.Allowed;
import io.waxseal.send.Reason;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Stands in the way of a message whose texts hold what the policy's levels name; the strictest level decides. A role of
 * the policy is the sender's kind. What it says names types, never values.
 */
final class OutboundRule implements SendRule {

  static final Reason SENSITIVE_CONTENT = new Reason("SENSITIVE_CONTENT");
  static final Reason JUSTIFICATION_REQUIRED = new Reason("JUSTIFICATION_REQUIRED");
  static final Reason JUSTIFIED_CONTENT = new Reason("JUSTIFIED_CONTENT");
  static final Reason CONTENT_WITH_TIP = new Reason("CONTENT_WITH_TIP");

  /** What was found in the message; kept only while it is judged. */
  private record Value(EntityType type, String text) {

    /** Whatever separates the letters and digits, in whatever script. */
    boolean standsIn(String why) {
      String form = Normal.form(type, text);
      return form.isEmpty() ? why.contains(text) : Normal.form(type, why).contains(form);
    }

    @Override
    public String toString() {
      return "Value[type=" + type.name() + "]";
    }
  }

  /** What may stand between the digits of a number that is spread. */
  private static final Pattern APART = Pattern.compile("(?<=\\p{Nd})[\\s,_]+(?=\\p{Nd})");

  private final Engine engine;
  private final OutboundGuidance guidance;
  private final Map<By.Kind, Plan> plans = new EnumMap<>(By.Kind.class);

  OutboundRule(Engine engine, Policy policy, OutboundGuidance guidance) {
    this.engine = engine;
    this.guidance = guidance;
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
    Plan plan = Objects.requireNonNull(plans.get(request.by().kind()));
    Engine ofConversation = engine.in(KnownValues.country(request.points()));
    Set<Value> values = values(request, plan, ofConversation);
    Set<EntityType> found = new TreeSet<>(Comparator.comparing(EntityType::name));
    values.forEach(value -> found.add(value.type()));
    Level level = found.stream().map(plan::level).max(Comparator.naturalOrder()).orElse(Level.PASS);
    return switch (level) {
      case PASS -> Allowed.because(Reason.NO_OBJECTION);
      case TIP -> Allowed.with(CONTENT_WITH_TIP, guidance.tip(found));
      case JUSTIFY -> justified(request, plan, values, found, ofConversation);
      case BLOCK -> Refused.because(SENSITIVE_CONTENT, guidance.block(request, found));
    };
  }

  private static Set<Value> values(SendRequest request, Plan plan, Engine engine) {
    Set<Value> values = new LinkedHashSet<>();
    JsonRedactor inspector =
        new JsonRedactor(engine, plan, (type, text) -> values.add(new Value(type, text)));
    List<String> texts = new ArrayList<>();
    request.message().mapText(text -> {
      inspector.redactText(text);
      texts.add(text);
      return text;
    });
    names(request.message(), texts);
    JsonRedactor whole = new JsonRedactor(engine, plan, (type, text) -> {
      if (type.equals(EntityType.CREDIT_CARD)) {
        values.add(new Value(type, text));
      }
    });
    // a card may be spread over parameters, lines and names, which a customer reads as one
    whole.redactText(APART.matcher(String.join(" ", texts)).replaceAll(" "));
    return values;
  }

  /** What else of a template the host has named: Meta and its operators read it. */
  private static void names(Message message, List<String> texts) {
    if (message instanceof TemplateMessage template) {
      texts.add(template.name().replace('_', ' '));
      template.parameterNames().forEach(name -> texts.add(name.replace('_', ' ')));
    }
  }

  /** A justification that repeats a value would carry it into the audit trail. */
  private Verdict justified(
      SendRequest request, Plan plan, Set<Value> values, Set<EntityType> found, Engine engine) {
    boolean said = request
        .by()
        .justification()
        .filter(why -> engine.findings(why, plan).isEmpty())
        .filter(why -> values.stream().noneMatch(value -> value.standsIn(why)))
        .isPresent();
    return said
        ? Allowed.because(JUSTIFIED_CONTENT)
        : Refused.because(JUSTIFICATION_REQUIRED, guidance.justify(request, found));
  }
}
