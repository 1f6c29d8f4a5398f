package io.waxseal.quickstart;

import io.waxseal.WhatsApp;
import io.waxseal.account.Tenant;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Wiring;
import io.waxseal.person.Archive;
import io.waxseal.person.Context;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.person.Vault;
import io.waxseal.send.Allowed;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import io.waxseal.webhook.InboundFilter;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Compositions that lack one guard each. */
enum RemovedGuards implements Variation {
  VERIFIER(2) {
    @Override
    public WhatsApp.Builder builder(WhatsApp.Builder builder) {
      return builder.acceptUnsigned("a test without the verifier");
    }
  },
  CONSENT_RULE(1) {
    @Override
    public Guard consent(Guard consent) {
      return new Without(consent, rules -> List.of(), UnaryOperator.identity());
    }

    @Override
    public WhatsApp.Builder builder(WhatsApp.Builder builder) {
      return builder.ungated("a test without the consent rule");
    }
  },
  OUTBOUND_REDACTION(4) {
    @Override
    public Guard redactor(Guard redactor) {
      return new Without(redactor, rules -> List.of(), UnaryOperator.identity());
    }
  },
  INBOUND_REDACTION(4) {
    @Override
    public Guard redactor(Guard redactor) {
      return new Without(redactor, UnaryOperator.identity(), filters -> List.of());
    }
  },
  FENCE(5) {
    @Override
    public Guard consent(Guard consent) {
      return new Without(
          consent,
          rules -> rules.stream().<SendRule>map(Unfenced::new).toList(),
          UnaryOperator.identity());
    }
  },
  SEALING(8) {
    @Override
    public Vault vault(Vault vault) {
      return new ClearVault(vault);
    }
  },
  AUDIT(9) {
    @Override
    public WhatsApp.Builder builder(WhatsApp.Builder builder) {
      return builder.unaudited("a test without the audit trail");
    }
  };

  private final int step;

  RemovedGuards(int step) {
    this.step = step;
  }

  /** The step at which the story must end. */
  int step() {
    return step;
  }

  /** A guard with some of its parts taken out. */
  private record Without(
      Guard guard,
      UnaryOperator<List<SendRule>> rules,
      UnaryOperator<List<InboundFilter>> handlerFilters)
      implements Guard {
    @Override
    public void joined(Wiring wiring) {
      guard.joined(wiring);
    }

    @Override
    public List<SendRule> sendRules() {
      return rules.apply(guard.sendRules());
    }

    @Override
    public List<InboundFilter> beforeAnswer() {
      return guard.beforeAnswer();
    }

    @Override
    public List<InboundFilter> beforeHandlers() {
      return handlerFilters.apply(guard.beforeHandlers());
    }

    @Override
    public List<AfterEvent> afterEvents() {
      return guard.afterEvents();
    }

    @Override
    public List<PersonalDataSource> personalData() {
      return guard.personalData();
    }
  }

  /** A rule whose verdicts have lost their fence. */
  private record Unfenced(SendRule rule) implements SendRule {
    @Override
    public Stage stage() {
      return rule.stage();
    }

    @Override
    public Verdict check(SendRequest request) {
      Verdict verdict = rule.check(request);
      return verdict instanceof Allowed allowed
          ? new Allowed(allowed.basis(), Optional.empty(), allowed.rewritten(), allowed.tip())
          : verdict;
    }
  }

  /** A vault that seals nothing. */
  private record ClearVault(Vault vault) implements Vault {
    @Override
    public byte[] seal(Person owner, Context context, byte[] plain) {
      return plain.clone();
    }

    @Override
    public Opened open(Person owner, Context context, byte[] sealed) {
      return new Opened.Plain(sealed);
    }

    @Override
    public byte[] index(Tenant tenant, String field, String value) {
      return vault.index(tenant, field, value);
    }

    @Override
    public Archive archive() {
      return vault.archive();
    }

    @Override
    public PersonalDataSource personalData() {
      return vault.personalData();
    }
  }
}
