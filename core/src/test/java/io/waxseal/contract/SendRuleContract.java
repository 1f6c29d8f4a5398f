package io.waxseal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.message.Message;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.send.Allowed;
import io.waxseal.send.Refused;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SendRule} keeps to: it judges every message of everybody, the same way each time it is asked, and what
 * it says tells nothing of the message. A rule that throws refuses, so one that throws at an ordinary message is broken.
 */
public abstract class SendRuleContract {
  private static final String NUMBER = "447700900123";
  private static final ContactPoint PHONE = ContactPoint.phone(NUMBER);
  private static final ContactPoint USER = ContactPoint.bsuid("US.13491208655302741918");
  private static final String WORDS = "marigold quay";
  private static final Account ACCOUNT = Account.of("106540352242922", "102290129340398")
      .accessToken(Secrets.fixed(Secret.of("token")));
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private SendRule rule;

  /** For extending. */
  protected SendRuleContract() {}

  /**
   * Opens the rule, with nobody known to it yet.
   *
   * @return the rule
   */
  protected abstract SendRule open();

  @BeforeEach
  final void openRule() {
    rule = open();
  }

  @Test
  void theStageIsAlwaysTheSame() {
    Stage stage = rule.stage();
    requests().forEach(rule::check);
    assertThat(rule.stage()).isNotNull().isEqualTo(stage);
  }

  @Test
  void everyMessageOfEverybodyIsJudged() {
    for (SendRequest request : requests()) {
      assertThat(rule.check(request)).as(request.toString()).isNotNull();
    }
  }

  @Test
  void whoAsksAgainIsToldTheSame() {
    for (SendRequest request : requests()) {
      assertThat(told(rule.check(request))).isEqualTo(told(rule.check(request)));
    }
  }

  @Test
  void manyThreadsAreToldTheSame() {
    List<String> alone = requests().stream().map(rule::check).map(this::told).toList();
    Race.run(thread -> assertThat(requests().stream().map(rule::check).map(this::told))
        .containsExactlyElementsOf(alone));
  }

  @Test
  void aRefusalSaysWhatToDoAndNothingOfTheMessage() {
    for (SendRequest request : requests()) {
      if (rule.check(request) instanceof Refused refused) {
        assertThat(refused.guidance().forAgent()).isNotBlank();
        assertThat(refused.guidance().forDeveloper()).isNotBlank();
        assertThat(refused.toString()).doesNotContain(NUMBER, WORDS, USER.value());
      }
    }
  }

  @Test
  void onlyARuleOfContentRewritesAndNeverForSomebodyElse() {
    for (SendRequest request : requests()) {
      Optional<Message> rewritten =
          rule.check(request) instanceof Allowed allowed ? allowed.rewritten() : Optional.empty();
      if (rewritten.isPresent()) {
        assertThat(rule.stage()).isEqualTo(Stage.CONTENT);
        assertThat(rewritten.get().to()).isEqualTo(request.message().to());
      }
    }
  }

  @Test
  void noTextOfTheRuleTellsOfWhatItJudged() {
    requests().forEach(rule::check);
    assertThat(rule.toString()).doesNotContain(NUMBER, WORDS, USER.value());
  }

  private String told(Verdict verdict) {
    return verdict instanceof Refused refused
        ? "refused " + refused.reason().code()
        : "allowed " + ((Allowed) verdict).basis().code();
  }

  /** Every kind of message, to a stranger and to a person who is known, of the default tenant and of another. */
  private static List<SendRequest> requests() {
    List<SendRequest> requests = new ArrayList<>();
    for (Account account : List.of(ACCOUNT, ACCOUNT.tenant(new Tenant("other")))) {
      Person known =
          new Person(account.tenant(), UUID.fromString("5e0f8d44-0000-4000-8000-000000000001"));
      for (Message message : messages()) {
        requests.add(request(account, Set.of(PHONE), Optional.empty(), message));
        requests.add(request(account, Set.of(PHONE, USER), Optional.of(known), message));
      }
    }
    return requests;
  }

  private static SendRequest request(
      Account account, Set<ContactPoint> points, Optional<Person> person, Message message) {
    return new SendRequest(account, points, person, message, By.system("contract"), NOW);
  }

  private static List<Message> messages() {
    return List.of(
        TextMessage.to(PHONE, WORDS),
        TextMessage.to(PHONE, "\ud800 \u202e\u0000 " + WORDS),
        TextMessage.to(PHONE, "x".repeat(4_096)),
        TextMessage.to(PHONE, WORDS).purpose("utility.order"),
        TemplateMessage.to(PHONE, "spring_offer", "en"),
        TemplateMessage.to(PHONE, "spring_offer", "en").purpose("marketing.offers"));
  }
}
