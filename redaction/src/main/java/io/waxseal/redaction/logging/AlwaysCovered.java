package io.waxseal.redaction.logging;

import io.waxseal.redaction.Direction;
import io.waxseal.redaction.Policy;
import io.waxseal.redaction.PolicyRule;
import io.waxseal.redaction.Profile;
import io.waxseal.redaction.RedactionFilter;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.Treatment;
import java.util.ArrayList;
import java.util.List;

/**
 * What no log may hold, whatever the host's policy and profile say: secrets, and the numbers, ids and media addresses of
 * the platform. A type that the policy would keep is labelled; one that it treats in any other way is left to it.
 *
 * <p>A {@code wa_id} in one piece may pass for a card's number, and is then found as one: so cards are covered too.
 */
final class AlwaysCovered {

  private static final String ALL = "*";

  private static final List<String> TYPES =
      List.of("PHONE", "CREDIT_CARD", "WAMID", "BSUID", "MEDIA_URL", "SECRET_*", "OTP", "CARD_CVV");

  private AlwaysCovered() {}

  /** The host's filter, and behind it, unless that one covers all of it, one for these types alone. */
  static List<RedactionFilter> filters(Redactor redactor) {
    RedactionFilter theirs = redactor.filter(Direction.LOG);
    List<PolicyRule> rules = rulesOf(redactor.policy());
    boolean covered = redactor.policy().profile(Direction.LOG) == Profile.STRICT
        && rules.stream().noneMatch(AlwaysCovered::keepsSome);
    return covered ? List.of(theirs) : List.of(theirs, ours(redactor, rules));
  }

  private static List<PolicyRule> rulesOf(Policy policy) {
    return policy.rules().stream()
        .filter(rule -> rule.direction() == Direction.LOG && rule.roles().isEmpty())
        .toList();
  }

  private static RedactionFilter ours(Redactor redactor, List<PolicyRule> rules) {
    List<PolicyRule> first = new ArrayList<>();
    for (PolicyRule rule : rules) {
      List<String> types = covered(rule);
      if (!types.isEmpty()) {
        first.add(PolicyRule.log(
            keeps(rule) ? Treatment.label() : treatment(rule), types.toArray(String[]::new)));
      }
    }
    first.add(PolicyRule.log(Treatment.keep(), ALL));
    Policy policy = Policy.standard()
        .with(Direction.LOG, Profile.STRICT)
        .with(first.toArray(PolicyRule[]::new));
    return redactor.toBuilder().policy(policy).build().filter(Direction.LOG);
  }

  private static boolean keepsSome(PolicyRule rule) {
    return keeps(rule) && !covered(rule).isEmpty();
  }

  private static boolean keeps(PolicyRule rule) {
    return treatment(rule).equals(Treatment.keep());
  }

  private static Treatment treatment(PolicyRule rule) {
    return rule.treatment().orElseThrow();
  }

  /** What a rule says about these types, each name as narrow as the narrower of the two. */
  private static List<String> covered(PolicyRule rule) {
    List<String> both = new ArrayList<>();
    for (String named : rule.types()) {
      for (String type : TYPES) {
        if (includes(named, type)) {
          both.add(type);
        } else if (includes(type, named)) {
          both.add(named);
        }
      }
    }
    return both;
  }

  private static boolean includes(String wide, String narrow) {
    return wide.endsWith(ALL)
        ? narrow.startsWith(wide.substring(0, wide.length() - 1))
        : wide.equals(narrow);
  }
}
