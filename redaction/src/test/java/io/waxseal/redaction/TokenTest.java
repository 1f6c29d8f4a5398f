package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.StoreException;
import io.waxseal.account.VaultException;
import io.waxseal.contract.Race;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Opened;
import io.waxseal.person.Person;
import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.detect.Finding;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.TextReceived;
import io.waxseal.webhook.WebhookElement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  private static final String CARD = "4111 1111 1111 1111";
  private static final By ANA = By.agent("ana");
  private static final Because REFUND = Because.request("refund-12");
  private static final PolicyRule[] TOKENS = {
    PolicyRule.export(Treatment.token(30), "*"), PolicyRule.inbound(Treatment.token(30), "*")
  };

  private final Shop shop = new Shop();
  private final Redactor redactor = shop.joined(TOKENS);
  private final Person person = Shop.person(Shop.ONE);
  private final RedactionFilter filter = redactor.filter(Direction.EXPORT).of(person);

  @Test
  void aTokenLeadsBackToItsValue() {
    String token = filter.redactText(CARD);
    assertThat(token).matches("\\[CREDIT_CARD#[bcdfghjkmnpqrstv]{18}]");
    Revealed.Plain plain = (Revealed.Plain) redactor.reveal(token, ANA, REFUND);
    assertThat(plain.value()).isEqualTo(CARD);
    assertThat(plain.type()).isEqualTo(EntityType.CREDIT_CARD);
    assertThat(plain.toString()).doesNotContain("1111");
  }

  @Test
  void aSecondPassLeavesTokensAloneAndMakesNone() {
    String once = filter.redactText("card " + CARD + ", mail ana@example.com");
    assertThat(filter.redactText(once)).isEqualTo(once);
    assertThat(filter.redactJson("{\"card_number\":\"" + filter.redactText(CARD) + "\"}"))
        .contains("[CREDIT_CARD#");
    assertThat(Redactor.standard().redact(once).text()).isEqualTo(once);
    assertThat(shop.count("1 = 1")).isEqualTo(3);
  }

  @Test
  void nothingOfTheValueStandsInTheDatabase() {
    filter.redactText(CARD);
    assertThat(shop.count("CAST(sealed AS TEXT) LIKE '%1111%'")).isZero();
    assertThat(shop.count("type = 'CREDIT_CARD' AND sealed IS NOT NULL")).isEqualTo(1);
  }

  @Test
  void everyReadingStandsInTheTrailWithItsReason() {
    redactor.reveal(filter.redactText(CARD), ANA, REFUND);
    redactor.reveal("[CREDIT_CARD]", ANA, REFUND);
    assertThat(shop.audited("redaction.token.revealed")).isEqualTo(1);
    assertThat(shop.audited("redaction.token.refused")).isEqualTo(1);
    assertThat(shop.auditedDetails())
        .anyMatch(detail -> detail.contains("refund-12") && detail.contains("plain"))
        .anyMatch(detail -> detail.contains("refund-12") && detail.contains("unknown"))
        .noneMatch(detail -> detail.contains("1111"));
  }

  @Test
  void whatCannotBeRecordedIsNotRevealed() {
    String token = filter.redactText(CARD);
    shop.execute("ALTER TABLE wx_audit_stage RENAME TO gone");
    assertThatThrownBy(() -> redactor.reveal(token, ANA, REFUND))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void whoCouldTakeTheEntryBackIsRefused() {
    String token = filter.redactText(CARD);
    shop.database.useTransaction(tx -> {
      assertThatIllegalStateException()
          .isThrownBy(() -> redactor.reveal(token, ANA, REFUND))
          .withMessageContaining("inside a transaction");
    });
    assertThat(shop.audited("redaction.token.revealed")).isZero();
  }

  @Test
  void whenItsTimeIsOverItTellsNothing() {
    String token = filter.redactText(CARD);
    shop.clock.advance(Duration.ofDays(30).minusMillis(1));
    assertThat(redactor.reveal(token, ANA, REFUND)).isInstanceOf(Revealed.Plain.class);
    shop.clock.advance(Duration.ofMillis(1));
    assertThat(redactor.reveal(token, ANA, REFUND)).isInstanceOf(Revealed.Expired.class);
    assertThat(shop.audited("redaction.token.refused")).isEqualTo(1);
  }

  @Test
  void whatIsExpiredIsEmptiedAfterTheNextEvent() {
    String token = filter.redactText(CARD);
    shop.clock.advance(Duration.ofDays(31));
    redactor.afterEvents().get(0).after(null, null);
    assertThat(shop.count("sealed IS NULL")).isEqualTo(1);
    assertThat(redactor.reveal(token, ANA, REFUND)).isInstanceOf(Revealed.Expired.class);
    redactor.afterEvents().get(0).after(null, null);
  }

  @Test
  void whatIsNotExpiredIsNotEmptied() {
    String token = filter.redactText(CARD);
    redactor.afterEvents().get(0).after(null, null);
    assertThat(redactor.reveal(token, ANA, REFUND)).isInstanceOf(Revealed.Plain.class);
  }

  @Test
  void aStoreThatFailsWhileItEmptiesHoldsUpNoEvent() {
    shop.execute("ALTER TABLE wx_redaction_token RENAME TO gone");
    redactor.afterEvents().get(0).after(null, null);
    assertThat(filter.redactText(CARD)).isEqualTo("[CREDIT_CARD]");
  }

  @Test
  void itIsErasedWithItsPerson() {
    String token = filter.redactText(CARD);
    redactor.personalData().get(0).erase(person);
    assertThat(redactor.reveal(token, ANA, REFUND)).isInstanceOf(Revealed.Erased.class);
    assertThat(shop.count("sealed IS NULL AND erased_at IS NOT NULL")).isEqualTo(1);
  }

  @Test
  void aDestroyedKeyIsEnough() {
    String token = filter.redactText(CARD);
    shop.vault.personalData().erase(person);
    assertThat(redactor.reveal(token, ANA, REFUND)).isEqualTo(new Revealed.Erased(Instant.EPOCH));
    assertThat(shop.audited("redaction.token.refused")).isEqualTo(1);
  }

  @Test
  void anErasedPersonGetsNoNewToken() {
    shop.vault.personalData().erase(person);
    assertThat(filter.redactText(CARD)).isEqualTo("[CREDIT_CARD]");
    assertThat(shop.count("1 = 1")).isZero();
  }

  @Test
  void anotherTenantsTokenIsUnknown() {
    Shop two = new Shop().withTenant(Shop.TWO);
    Redactor shared = two.joined(TOKENS);
    String token = shared.filter(Direction.EXPORT).of(person).redactText(CARD);
    assertThat(shared.reveal(Shop.TWO, token, ANA, REFUND)).isEqualTo(new Revealed.Unknown());
    assertThat(shared.reveal(Shop.ONE, token, ANA, REFUND)).isInstanceOf(Revealed.Plain.class);
    assertThatIllegalStateException()
        .isThrownBy(() -> shared.reveal(token, ANA, REFUND))
        .withMessageContaining("several tenants");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "[#]",
        "[IBAN]",
        "IBAN#",
        "[CREDIT_CARD#bcdfghjkbcdfghjkbc]",
        "[CREDIT_CARD#]",
        "[CREDIT_CARD#' OR 1=1 --]",
        "[IP:203.0.113.*]"
      })
  void whatIsNoTokenIsUnknown(String token) {
    assertThat(redactor.reveal(token, ANA, REFUND)).isEqualTo(new Revealed.Unknown());
    assertThat(shop.audited("redaction.token.refused")).isEqualTo(1);
  }

  @Test
  void aTokenInAWordOrWithMoreBehindItIsUnknown() {
    String token = filter.redactText(CARD);
    assertThat(redactor.reveal(token + " ", ANA, REFUND)).isEqualTo(new Revealed.Unknown());
    assertThat(redactor.reveal("x" + token, ANA, REFUND)).isEqualTo(new Revealed.Unknown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "expires_at = expires_at + 1",
        "person = x'00000000000000000000000000000001'",
        "sealed = x'00'",
        "sealed = NULL"
      })
  void whoWritesTheDatabaseMovesNoValue(String change) {
    String token = filter.redactText(CARD);
    filter.of(new Person(Shop.ONE, new UUID(0, 1))).redactText(CARD);
    shop.execute("UPDATE wx_redaction_token SET " + change + " WHERE rowid = 1");
    assertThatThrownBy(() -> redactor.reveal(token, ANA, REFUND))
        .isInstanceOf(VaultException.class);
    assertThat(shop.audited("redaction.token.refused")).isEqualTo(1);
  }

  @Test
  void swappedRowsRevealNothing() {
    String first = filter.redactText("mail ana@example.com");
    filter.redactText("mail ben@example.com");
    shop.execute("UPDATE wx_redaction_token SET sealed ="
        + " (SELECT sealed FROM wx_redaction_token WHERE rowid = 2) WHERE rowid = 1");
    assertThatThrownBy(() -> redactor.reveal(first.substring(5), ANA, REFUND))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void withoutAPersonThereIsTheLabel() {
    assertThat(redactor.redact(CARD).text()).isEqualTo("[CREDIT_CARD]");
    assertThat(filter.of(Shop.ONE).redactText(CARD)).isEqualTo("[CREDIT_CARD]");
    assertThat(filter.of(Person.unnamed(Shop.ONE)).redactText(CARD)).isEqualTo("[CREDIT_CARD]");
    assertThat(shop.count("1 = 1")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pwd=hunter2", "my PIN is 4821", "cvv 381", "your code is 482913"})
  void whatIsSecretItselfIsNotKept(String text) {
    assertThat(filter.redactText(text)).doesNotContain("#");
    assertThat(shop.count("1 = 1")).isZero();
  }

  @Test
  void aDetectorThatFailsLaterLeavesNoText() {
    Redactor failing = redactor.toBuilder()
        .addDetector((text, found) -> {
          if (text.toString().contains("#")) {
            throw new IllegalStateException();
          }
        })
        .build();
    failing.joined(shop.wiring());
    assertThat(failing.filter(Direction.EXPORT).of(person).redactText(CARD))
        .isEqualTo("[REDACTED]");
  }

  @Test
  void aRedactorThatWasNotJoinedRevealsNothing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Redacted.with(TOKENS).reveal("[IBAN]", ANA, REFUND));
    assertThatIllegalStateException()
        .isThrownBy(() -> Redactor.standard().reveal(Shop.ONE, "[IBAN]", ANA, REFUND));
    assertThat(Redactor.standard().personalData()).isEmpty();
    assertThat(Redactor.standard().afterEvents()).isEmpty();
  }

  @Test
  void aTokenLivesADayToTenYears() {
    assertThatIllegalArgumentException().isThrownBy(() -> Treatment.token(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Treatment.token(3_651));
    assertThatCode(() -> Treatment.token(3_650)).doesNotThrowAnyException();
    assertThat(Policy.parse(Policy.standard().with(TOKENS).toJson()))
        .isEqualTo(Policy.standard().with(TOKENS));
  }

  @Test
  void halfOfAPairComesBackWhole() {
    Redactor host = redactor.toBuilder()
        .addDetector((text, found) -> {
          if (text.length() == 3) {
            found.accept(new Finding(EntityType.PHONE, 0, 3, 1, "host"));
          }
        })
        .build();
    host.joined(shop.wiring());
    String token = host.filter(Direction.EXPORT).of(person).redactText("a\ud83d\u0000");
    assertThat(((Revealed.Plain) host.reveal(token, ANA, REFUND)).value())
        .isEqualTo("a\ud83d\u0000");
  }

  @Test
  void redactingMutatedTextsTwiceIsRedactingThemOnce() {
    Random random = new Random(31);
    for (int i = 0; i < 3_000; i++) {
      String once = filter.redactText(HostileTextTest.mutated(random));
      assertThat(filter.redactText(once)).isEqualTo(once);
    }
  }

  @Test
  void whatRollsBackWithItsEventLeavesNoToken() {
    assertThatThrownBy(() -> shop.database.useTransaction(tx -> {
          filter.redactText(CARD);
          throw new IllegalStateException("the event is tried again");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(shop.count("1 = 1")).isZero();
  }

  @Test
  void manyThreadsThatMakeTokensMakeManyTokens() {
    Set<String> tokens = ConcurrentHashMap.newKeySet();
    Race.run(thread -> tokens.add(filter.redactText(CARD)));
    assertThat(shop.count("1 = 1")).isEqualTo(tokens.size()).isGreaterThan(1);
    assertThat(tokens)
        .allSatisfy(token ->
            assertThat(redactor.reveal(token, ANA, REFUND)).isInstanceOf(Revealed.Plain.class));
  }

  @Test
  void aReceivedCardBecomesATokenOfItsSender() {
    Received received = Received.of(UUID.randomUUID(), person, text("card " + CARD));
    Received filtered = redactor.beforeHandlers().get(0).filter(received, null);
    String seen = ((TextReceived) filtered.event()).text();
    assertThat(seen).startsWith("card [CREDIT_CARD#");
    assertThat(redactor.reveal(seen.substring(5), ANA, REFUND)).isInstanceOf(Revealed.Plain.class);
    assertThat(redactor.beforeHandlers().get(0).filter(filtered, null).raw())
        .isEqualTo(filtered.raw());
  }

  private static WebhookElement text(String body) {
    JsonObject message = JsonObject.builder()
        .put("from", "491512345015")
        .put("id", "wamid.TEST")
        .put("timestamp", "1758254144")
        .put("type", "text")
        .put("text", JsonObject.builder().put("body", body).build())
        .build();
    JsonObject slice = JsonObject.builder()
        .put("field", "messages")
        .put("list", "messages")
        .put("element", message)
        .build();
    return WebhookElement.restore(
        new Opened.Plain(slice.toText().getBytes(StandardCharsets.UTF_8)));
  }
}
