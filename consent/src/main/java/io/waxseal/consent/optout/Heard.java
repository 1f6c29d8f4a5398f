package io.waxseal.consent.optout;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a detector heard. A scope is recorded as a stop whatever the intent is, so that "delete my data and stop writing"
 * does both.
 *
 * @param intent what the customer asks for
 * @param tier how sure that is; empty for {@link Intent#NONE}
 * @param scope how far a stop reaches; empty if nothing is to be stopped
 * @param rule the name of the rule that matched, for the audit trail; never the customer's text; empty for NONE
 * @param language the language of the rule, for the confirmation; empty if it belongs to none
 */
public record Heard(
    Intent intent,
    Optional<Tier> tier,
    Optional<Scope> scope,
    String rule,
    Optional<Locale> language) {
  /** Nothing was asked for. */
  public static final Heard NOTHING =
      new Heard(Intent.NONE, Optional.empty(), Optional.empty(), "", Optional.empty());

  private static final Comparator<Heard> STRICTEST = Comparator.comparing(Heard::intent)
      .thenComparing(heard -> heard.tier().map(Tier::ordinal).orElse(Integer.MAX_VALUE));

  /**
   * Checks that what stops says how far.
   *
   * @param intent what the customer asks for
   * @param tier how sure that is
   * @param scope how far a stop reaches
   * @param rule the name of the rule that matched
   * @param language the language of the rule
   * @throws IllegalArgumentException if the intent stops something and there is no scope, or asks for messages and there
   *     is one
   */
  public Heard {
    Objects.requireNonNull(tier, "tier");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(language, "language");
    boolean stops = intent == Intent.OPT_OUT || intent == Intent.PROVISIONAL;
    if (stops && scope.isEmpty()) {
      throw new IllegalArgumentException("OPT_OUT and PROVISIONAL need a scope");
    }
    if (intent == Intent.OPT_IN_REQUEST && scope.isPresent()) {
      throw new IllegalArgumentException("OPT_IN_REQUEST stops nothing; leave its scope empty");
    }
  }

  /**
   * An answer of a host's own classifier that stops something.
   *
   * @param intent {@link Intent#OPT_OUT}, or {@link Intent#PROVISIONAL} if it is not sure
   * @param scope how far
   * @param rule the name of the rule, without anything of the text
   * @return the value, of tier {@link Tier#T5}
   */
  public static Heard stop(Intent intent, Scope scope, String rule) {
    return new Heard(intent, Optional.of(Tier.T5), Optional.of(scope), rule, Optional.empty());
  }

  /**
   * An answer of a host's own classifier that stops nothing.
   *
   * @param intent what is asked for, not OPT_OUT and not PROVISIONAL
   * @param rule the name of the rule, without anything of the text
   * @return the value, of tier {@link Tier#T5}
   */
  public static Heard of(Intent intent, String rule) {
    return intent == Intent.NONE
        ? NOTHING
        : new Heard(intent, Optional.of(Tier.T5), Optional.empty(), rule, Optional.empty());
  }

  /**
   * The strictest of several answers. A right is asked for if one of them heard it; the widest stop of all counts, and an
   * answer that stops outweighs one that asks for messages.
   *
   * @param answers the answers
   * @return their sum; {@link #NOTHING} for an empty list
   */
  public static Heard strictest(List<Heard> answers) {
    Heard first = answers.stream().min(STRICTEST).orElse(NOTHING);
    Optional<Scope> widest =
        answers.stream().flatMap(answer -> answer.scope().stream()).min(Comparator.naturalOrder());
    return widest.isEmpty() ? first : first.withScope(widest);
  }

  private Heard withScope(Optional<Scope> wider) {
    return new Heard(intent, tier, wider, rule, language);
  }
}
