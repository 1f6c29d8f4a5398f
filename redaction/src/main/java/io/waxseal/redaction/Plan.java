package io.waxseal.redaction;

import io.waxseal.account.Tenant;
import io.waxseal.person.Person;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a policy that can hold in one direction for one role. What failed to be examined is withheld by every plan. */
final class Plan {

  private final List<PolicyRule> rules;
  private final Aliases aliases;

  private Plan(List<PolicyRule> rules, Aliases aliases) {
    this.rules = rules;
    this.aliases = aliases;
  }

  Plan(Policy policy, Direction direction, String role) {
    this(policy, direction, role, new Joined());
  }

  Plan(Policy policy, Direction direction, String role, Joined joined) {
    rules = new ArrayList<>();
    aliases = Aliases.of(joined);
    for (PolicyRule rule : policy.rules()) {
      if (rule.holdsFor(direction, role)) {
        rules.add(rule);
        if (rule.isAboutAll()) {
          return;
        }
      }
    }
  }

  /** Whether anything is done about values of a type. */
  boolean actsOn(EntityType type) {
    return !treatment(type).isKeep();
  }

  /** Whether nothing is ever done about anything. */
  boolean isIdle() {
    return rules.stream().allMatch(rule -> rule.standIn().isKeep());
  }

  Treatment treatment(EntityType type) {
    PolicyRule rule = rule(type);
    return rule == null ? Treatment.label() : rule.standIn();
  }

  Level level(EntityType type) {
    PolicyRule rule = rule(type);
    return rule == null ? Level.BLOCK : rule.weight();
  }

  void apply(Finding finding, CharSequence text, StringBuilder out) {
    treatment(finding.type()).apply(finding, text, out, aliases);
  }

  Plan of(Tenant tenant) {
    return new Plan(rules, aliases.of(tenant));
  }

  Plan of(Person person) {
    return new Plan(rules, aliases.of(person));
  }

  private @Nullable PolicyRule rule(EntityType type) {
    if (type.equals(EntityType.REDACTED)) {
      return null;
    }
    for (PolicyRule rule : rules) {
      if (rule.isAbout(type)) {
        return rule;
      }
    }
    return null;
  }
}
