package io.waxseal.consent.optout;

import io.waxseal.consent.optout.Languages.Rule;
import java.util.List;
import java.util.Optional;

/** One section of keywords in all languages, each of which counts only as a whole message. */
final class Keywords {
  /** A keyword that a message consists of. */
  record Hit(Rule rule, Whole.Fit fit) {}

  private final List<Rule> rules;
  private final Pattern any;
  private final Pattern filler;

  Keywords(String section, Pattern filler) {
    rules = Languages.rules(section);
    any = Languages.all(section);
    this.filler = filler;
  }

  /** The first keyword that the words consist of, apart from fillers. */
  Optional<Hit> in(List<String> words) {
    Whole whole = new Whole(words, filler);
    if (whole.fit(any) == Whole.Fit.NONE) {
      return Optional.empty();
    }
    for (Rule rule : rules) {
      Whole.Fit fit = whole.fit(rule.pattern());
      if (fit != Whole.Fit.NONE) {
        return Optional.of(new Hit(rule, fit));
      }
    }
    // several keywords in one message: the section is known, the rule is the first that occurs
    return rules.stream()
        .filter(rule -> rule.pattern().find(words, 0).isPresent())
        .findFirst()
        .map(rule -> new Hit(rule, Whole.Fit.WITH_FILLERS));
  }

  List<Rule> rules() {
    return rules;
  }
}
