package io.waxseal.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.waxseal.account.SecretUnavailableException;
import io.waxseal.contract.Race;
import io.waxseal.guard.Wiring;
import io.waxseal.person.Vault;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymTest {

  private static final PolicyRule ALL = PolicyRule.export(Treatment.pseudonym(), "*");
  private final Shop shop = new Shop();
  private final Redactor redactor = shop.joined(ALL);
  private final RedactionFilter one = redactor.filter(Direction.EXPORT).of(Shop.ONE);

  @Test
  void oneValueHasOnePseudonymInOneTenant() {
    String text = "mail ana@example.com, then ANA@example.com, then ben@example.com";
    String pseudonym = one.redactText("ana@example.com");
    assertThat(pseudonym).matches("\\[EMAIL:[bcdfghjkmnpqrstv]{16}]");
    assertThat(one.redactText(text)).contains(pseudonym + ", then " + pseudonym + ", then [EMAIL:");
    assertThat(one.of(Shop.person(Shop.ONE)).redactText("ana@example.com")).isEqualTo(pseudonym);
    assertThat(one.of(Shop.TWO).redactText("ana@example.com"))
        .matches("\\[EMAIL:.{16}]")
        .isNotEqualTo(pseudonym);
  }

  @ParameterizedTest
  @CsvSource({
    "card 4111 1111 1111 1111, card 4111-1111-1111-1111",
    "card 4111 1111 1111 1111, card ４１１１ １１１１ １１１１ １１１１",
    "call +34 612 00 11 22, call 0034612001122",
    "iban DE71 9565 5913 6171 5213 35, iban de71956559136171521335"
  })
  void oneValueInTwoSpellingsHasOnePseudonym(String first, String second) {
    assertThat(one.redactText(second)).contains(":").isEqualTo(one.redactText(first));
  }

  @Test
  void aSecondPassLeavesPseudonymsAlone() {
    String once = one.redactText("mail ana@example.com, card 4111 1111 1111 1111, pwd=hunter2");
    assertThat(one.redactText(once)).isEqualTo(once);
    assertThat(one.redactJson("{\"card_number\":\"" + once + "\"}")).contains("[CREDIT_CARD");
    assertThat(Redactor.standard().redact(once).text()).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pwd=hunter2", "my PIN is 4821", "cvv 381", "your code is 482913"})
  void whatIsSecretItselfHasNoPseudonym(String text) {
    assertThat(one.redactText(text)).endsWith("]").doesNotContain(":");
  }

  @Test
  void withoutATenantThereIsTheLabel() {
    assertThat(redactor.redact("ana@example.com").text()).isEqualTo("[EMAIL]");
  }

  @Test
  void withoutAVaultThereIsTheLabel() {
    assertThat(Redacted.with(ALL).filter(Direction.EXPORT).of(Shop.ONE).redactText("a@example.com"))
        .isEqualTo("[EMAIL]");
  }

  @Test
  void aFilterThatWasMadeBeforeTheJoiningSeesTheVaultAfterIt() {
    Redactor late = Redacted.with(ALL);
    RedactionFilter filter = late.filter(Direction.EXPORT).of(Shop.ONE);
    late.joined(shop.wiring());
    assertThat(filter.redactText("ana@example.com")).isEqualTo(one.redactText("ana@example.com"));
  }

  @Test
  void aVaultThatFailsLeavesTheLabel() {
    Wiring wiring = shop.wiring();
    Vault failing = (Vault) Proxy.newProxyInstance(
        Vault.class.getClassLoader(), new Class<?>[] {Vault.class}, (proxy, method, arguments) -> {
          throw new SecretUnavailableException("planted");
        });
    Redactor unlucky = Redacted.with(ALL);
    unlucky.joined(new Wiring(
        wiring.accounts(),
        wiring.database(),
        failing,
        wiring.people(),
        wiring.trail(),
        wiring.clock()));
    assertThat(unlucky.filter(Direction.EXPORT).of(Shop.ONE).redactText("a@example.com"))
        .isEqualTo("[EMAIL]");
  }

  @Test
  void oneRedactorBelongsToOneDatabase() {
    redactor.joined(shop.wiring());
    assertThatIllegalStateException()
        .isThrownBy(() -> redactor.joined(new Shop().wiring()))
        .withMessageContaining("one database");
    Redactor.standard().joined(new Shop().wiring());
  }

  @Test
  void aLogLineWaitsForNoDatabase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicyRule.log(Treatment.pseudonym(), "*"))
        .withMessageContaining("no database");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse(Policy.standard()
            .toJson()
            .replace(
                "\"log\",\"types\":[\"*\"],\"treatment\":\"label\"",
                "\"log\",\"types\":[\"*\"],\"treatment\":\"pseudonym\"")))
        .withMessageStartingWith("rules[5].treatment: a log line");
  }

  @Tag("long")
  @Test
  void redactingMutatedTextsTwiceIsRedactingThemOnce() {
    Random random = new Random(23);
    for (int i = 0; i < 10_000; i++) {
      String once = one.redactText(HostileTextTest.mutated(random));
      assertThat(one.redactText(once)).isEqualTo(once);
      assertThat(Redactor.standard().redact(once).text()).isEqualTo(once);
    }
  }

  @Test
  void manyThreadsThatShareAFilterGetTheirOwnTexts() {
    Map<String, String> alone = new HashMap<>();
    Random random = new Random(29);
    for (int i = 0; i < 300; i++) {
      String text = HostileTextTest.mutated(random);
      alone.put(text, one.redactText(text));
    }
    Race.run(thread ->
        alone.forEach((text, redacted) -> assertThat(one.redactText(text)).isEqualTo(redacted)));
  }

  @Test
  void manyValuesHaveManyPseudonyms() {
    Set<String> pseudonyms = new TreeSet<>();
    for (int i = 0; i < 2_000; i++) {
      pseudonyms.add(one.redactText("a" + i + "@example.com"));
    }
    assertThat(pseudonyms).hasSize(2_000);
  }
}
