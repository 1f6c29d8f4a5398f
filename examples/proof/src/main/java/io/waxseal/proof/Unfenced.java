package io.waxseal.proof;

import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Wiring;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.send.Allowed;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import io.waxseal.webhook.InboundFilter;
import java.util.List;

/** Another guard with its fences taken off: what its rules allow, they allow for good. The control of the race. */
record Unfenced(Guard guard) implements Guard {
  @Override
  public void joined(Wiring wiring) {
    guard.joined(wiring);
  }

  @Override
  public List<SendRule> sendRules() {
    return guard.sendRules().stream().<SendRule>map(Rule::new).toList();
  }

  @Override
  public List<InboundFilter> beforeAnswer() {
    return guard.beforeAnswer();
  }

  @Override
  public List<AfterEvent> afterEvents() {
    return guard.afterEvents();
  }

  @Override
  public List<PersonalDataSource> personalData() {
    return guard.personalData();
  }

  private record Rule(SendRule rule) implements SendRule {
    @Override
    public Stage stage() {
      return rule.stage();
    }

    @Override
    public Verdict check(SendRequest request) {
      Verdict verdict = rule.check(request);
      return verdict instanceof Allowed allowed ? Allowed.because(allowed.basis()) : verdict;
    }
  }
}
