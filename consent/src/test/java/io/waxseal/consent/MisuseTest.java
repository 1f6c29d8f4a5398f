package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.CUSTOMER;
import static io.waxseal.consent.Shop.FORM;
import static io.waxseal.consent.Shop.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.waxseal.WhatsApp;
import io.waxseal.account.Tenant;
import io.waxseal.consent.optout.Heard;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.message.Purposes;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MisuseTest {
  private static final ContactPoint BO = phone(CUSTOMER);

  private final Database database = Database.inMemory();
  private final SealedVault vault = SealedVault.on(database, Kek.inMemoryForTests());
  private final Consent consent = Consent.on(database, vault);

  private WhatsApp.Builder builder(Consent guard) {
    return WhatsApp.builder().database(database).vault(vault).guards(guard);
  }

  @Test
  void beforeAWhatsAppIsBuiltEachMethodSaysWhatToDo() {
    List<ThrowingCallable> calls = List.of(
        () -> consent.grant(BO, "marketing", FORM, ANA),
        () -> consent.stop(BO, FORM, ANA),
        () -> consent.stop(BO, "marketing", FORM, ANA),
        () -> consent.resume(BO, FORM, ANA),
        () -> consent.view(BO),
        consent::sendRules,
        consent::beforeAnswer,
        consent::afterEvents,
        consent::personalData);
    for (ThrowingCallable call : calls) {
      assertThatIllegalStateException().isThrownBy(call).withMessageContaining("guards");
    }
  }

  @Test
  void aSecondWhatsAppNeedsASecondConsent() {
    try (WhatsApp first = builder(consent).account(Shop.account("1111")).build()) {
      assertThatIllegalStateException()
          .isThrownBy(() ->
              builder(consent).account(Shop.account("2222", "102290129340399")).build())
          .withMessageContaining("another");
    }
  }

  @Test
  void aCopyIsAGuardOfItsOwn() {
    Consent copy = consent.confirmation("Done.").detector(said -> Heard.NOTHING);
    try (WhatsApp first = builder(consent).account(Shop.account("1111")).build();
        WhatsApp second = builder(copy).account(Shop.account("1111")).build()) {
      consent.grant(BO, "marketing", FORM, ANA);
      assertThat(copy.view(BO).grants()).containsExactly("marketing");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "*",
        ".",
        "Marketing",
        "marketing.",
        ".marketing",
        "marketing..offers",
        "marketing offers",
        "marketing_offers",
        "marketing.*",
        "m\u00e4rkte",
        "marketing\n"
      })
  void aPurposeThatIsNoneIsRefused(String purpose) {
    try (WhatsApp whatsapp = builder(consent).account(Shop.account("1111")).build()) {
      assertThatIllegalArgumentException().isThrownBy(() -> consent.grant(BO, purpose, FORM, ANA));
      assertThatIllegalArgumentException().isThrownBy(() -> consent.stop(BO, purpose, FORM, ANA));
      assertThat(whatsapp.people().find(Tenant.DEFAULT, Set.of(BO))).isEmpty();
    }
  }

  @Test
  void aPurposeHasAtMostSixtyFourCharacters() {
    String longest = "marketing." + "a".repeat(54);
    try (WhatsApp whatsapp = builder(consent)
        .purposes(Purposes.standard().marketing("a".repeat(54)))
        .account(Shop.account("1111"))
        .build()) {
      consent.grant(BO, longest, FORM, ANA);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> consent.grant(BO, longest + "a", FORM, ANA));
      assertThat(whatsapp.people().find(Tenant.DEFAULT, Set.of(BO))).isPresent();
    }
  }

  @Test
  void withSeveralTenantsAPointIsNotEnough() {
    Tenant one = new Tenant("one");
    try (WhatsApp whatsapp = builder(consent)
        .account(Shop.account("1111").tenant(one))
        .account(Shop.account("2222", "102290129340399").tenant(new Tenant("two")))
        .build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> consent.stop(BO, FORM, ANA))
          .withMessageContaining("Person");
      assertThatIllegalArgumentException().isThrownBy(() -> consent.view(BO));
      Person person = database.inTransaction(
          tx -> whatsapp.people().findOrCreate(tx, one, Set.of(BO), LinkEvidence.ASSERTED_BY_HOST));
      consent.stop(person, FORM, ANA);
      assertThat(consent.view(person).stops()).hasSize(1);
    }
  }

  @Test
  void aStopOfOneTenantLeavesTheOther() {
    Tenant one = new Tenant("one");
    Tenant two = new Tenant("two");
    try (WhatsApp whatsapp = builder(consent)
        .account(Shop.account("1111").tenant(one))
        .account(Shop.account("2222", "102290129340399").tenant(two))
        .build()) {
      List<Person> persons = database.inTransaction(tx -> List.of(
          whatsapp.people().findOrCreate(tx, one, Set.of(BO), LinkEvidence.ASSERTED_BY_HOST),
          whatsapp.people().findOrCreate(tx, two, Set.of(BO), LinkEvidence.ASSERTED_BY_HOST)));
      consent.stop(persons.get(0), FORM, ANA);
      assertThat(consent.view(persons.get(1)).stops()).isEmpty();
    }
  }

  @Test
  void nothingIsNull() {
    assertThatNullPointerException().isThrownBy(() -> consent.detector(null));
    assertThatNullPointerException().isThrownBy(() -> consent.confirmation(null));
    try (WhatsApp whatsapp = builder(consent).account(Shop.account("1111")).build()) {
      assertThatNullPointerException().isThrownBy(() -> consent.stop(BO, FORM, null));
      assertThatNullPointerException().isThrownBy(() -> consent.stop(BO, (Evidence) null, ANA));
      assertThat(whatsapp.people().find(Tenant.DEFAULT, Set.of(BO))).isEmpty();
    }
  }

  @Test
  void evidenceHasAFewWordsAtLeastAndAPageAtMost() {
    assertThatIllegalArgumentException().isThrownBy(() -> Evidence.statement(""));
    assertThatIllegalArgumentException().isThrownBy(() -> Evidence.statement(" \n"));
    assertThatIllegalArgumentException().isThrownBy(() -> Evidence.statement("x".repeat(16_385)));
    assertThatCode(() -> Evidence.statement("x".repeat(16_384))).doesNotThrowAnyException();
  }

  @Test
  void evidenceDoesNotTellItself() {
    assertThat(Evidence.statement("she said so at 16505551234")).hasToString("Evidence[statement]");
  }

  @Test
  void ofAStrangerThereIsNothingToView() {
    try (WhatsApp whatsapp = builder(consent).account(Shop.account("1111")).build()) {
      ConsentView view = consent.view(BO);
      assertThat(view.grants()).isEmpty();
      assertThat(view.stops()).isEmpty();
      assertThat(whatsapp.people().find(Tenant.DEFAULT, Set.of(BO))).isEmpty();
    }
  }

  @Test
  void aViewIsACopy() {
    Set<String> grants = new LinkedHashSet<>(Set.of("marketing"));
    ConsentView view = new ConsentView(1, grants, List.of());
    grants.clear();
    assertThat(view.grants("marketing.offers")).isTrue();
  }

  @Test
  void aStopInsideTheHostsTransactionIsUndoneWithIt() {
    try (WhatsApp whatsapp = builder(consent).account(Shop.account("1111")).build()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> database.inTransaction(tx -> {
            consent.stop(BO, FORM, ANA);
            throw new IllegalStateException("the host's own part failed");
          }));
      assertThat(consent.view(BO).stops()).isEmpty();
      assertThat(whatsapp.people().find(Tenant.DEFAULT, Set.of(BO))).isEmpty();
    }
  }
}
