package io.waxseal.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waxseal.internal.crypto.Digests;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PurposesTest {
  private static final Purpose OFFERS =
      Purpose.of("marketing.offers", Category.MARKETING, Basis.CONSENT);

  @ParameterizedTest
  @CsvSource({
    "service.reply, , WINDOW",
    "marketing.offers, MARKETING, CONSENT",
    "marketing.news, MARKETING, CONSENT",
    "utility.order, UTILITY, CONTRACT",
    "utility.appointment, UTILITY, CONTRACT",
    "auth.otp, AUTHENTICATION, CONTRACT",
    "notice.breach, UTILITY, LEGAL_OBLIGATION",
    "notice.legal, UTILITY, LEGAL_OBLIGATION",
    "call.business-initiated, , CONSENT"
  })
  void theStandardOnesAreDeclared(String name, Category category, Basis basis) {
    Purpose purpose = Purposes.standard().find(name).orElseThrow();
    assertThat(purpose.category()).isEqualTo(Optional.ofNullable(category));
    assertThat(purpose.basis()).isEqualTo(basis);
    assertThat(purpose.version()).isEqualTo(1);
  }

  @Test
  void aShortNameStandsUnderItsFamily() {
    Purposes purposes = Purposes.standard()
        .marketing("vip")
        .utility("bill")
        .auth("pin")
        .notice("recall")
        .call("back");
    assertThat(purposes.all())
        .extracting(Purpose::name)
        .contains("marketing.vip", "utility.bill", "auth.pin", "notice.recall", "call.back");
    assertThat(Purposes.standard().find("marketing.vip")).isEmpty();
  }

  @Test
  void theSameAgainChangesNothing() {
    assertThat(Purposes.standard()
            .marketing("offers")
            .utility("order")
            .declare(OFFERS)
            .all())
        .isEqualTo(Purposes.standard().all());
  }

  @Test
  void aStandardOneCanBeReplacedAndTheHostsOwnCannot() {
    Purpose told = OFFERS.notice(Locale.ENGLISH, "We send offers.");
    Purposes purposes = Purposes.standard().declare(told);
    assertThat(purposes.find("marketing.offers")).contains(told);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> purposes.declare(told.version(2)))
        .withMessageContaining("marketing.offers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "marketing",
        "offers",
        ".offers",
        "marketing.",
        "marketing..offers",
        "Marketing.offers",
        "marketing.of fers",
        "marketing.*",
        "*",
        "447700900123.order",
        "utility.4111",
        "marketing.\u043effers",
        "marketing.offers\n",
        "marketing.offers'; DROP TABLE wx_purpose"
      })
  void aHostileNameIsNotDeclared(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Purpose.of(name, Category.MARKETING, Basis.CONSENT))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("4477").doesNotContain("DROP"));
  }

  @Test
  void aNameHasAtMostSixtyFourCharacters() {
    Purposes.standard().marketing("a".repeat(54));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Purposes.standard().marketing("a".repeat(55)));
  }

  @ParameterizedTest
  @CsvSource({
    "marketing.x, UTILITY, CONSENT",
    "utility.x, MARKETING, CONSENT",
    "auth.x, UTILITY, CONTRACT",
    "notice.x, MARKETING, CONSENT",
    "service.x, UTILITY, CONTRACT",
    "call.x, MARKETING, CONSENT",
    "promo.x, MARKETING, LEGAL_OBLIGATION",
    "promo.x, MARKETING, CONTRACT",
    "chat.x, UTILITY, WINDOW"
  })
  void whatItsNameOrCategoryContradictsIsNotDeclared(String name, Category category, Basis basis) {
    assertThatIllegalArgumentException().isThrownBy(() -> Purpose.of(name, category, basis));
  }

  @Test
  void aReplyStaysHeldToTheWindow() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Purposes.standard().declare(Purpose.of(Purpose.REPLY, Basis.LEGAL_OBLIGATION)));
    assertThatIllegalArgumentException().isThrownBy(() -> OFFERS.basis(Basis.WINDOW));
  }

  @Test
  void eachNoticeHasItsHashAndAllHaveOne() {
    Purpose told = OFFERS.notice(Locale.ENGLISH, "Offers").notice(Locale.GERMAN, "Angebote");
    assertThat(told.noticeHash(Locale.GERMAN).orElseThrow())
        .isEqualTo(Digests.sha256("Angebote".getBytes(UTF_8)));
    assertThat(told.noticeHash(Locale.FRENCH)).isEmpty();
    Purpose other = OFFERS.notice(Locale.GERMAN, "Angebote").notice(Locale.ENGLISH, "Offers");
    assertThat(told.noticesHash()).isEqualTo(other.noticesHash());
    assertThat(told.noticesHash()).isNotEqualTo(OFFERS.noticesHash());
    Purpose swapped = OFFERS.notice(Locale.GERMAN, "Offers").notice(Locale.ENGLISH, "Angebote");
    assertThat(told.noticesHash()).isNotEqualTo(swapped.noticesHash());
  }

  @Test
  void aNoticeIsTextAndSaidOncePerLanguage() {
    assertThatIllegalArgumentException().isThrownBy(() -> OFFERS.notice(Locale.ENGLISH, " "));
    assertThatIllegalArgumentException().isThrownBy(() -> OFFERS.notice(Locale.ENGLISH, "\ud800"));
    Purpose told = OFFERS.notice(Locale.ENGLISH, "Offers");
    assertThatIllegalArgumentException().isThrownBy(() -> told.notice(Locale.ENGLISH, "Other"));
    assertThatIllegalArgumentException().isThrownBy(() -> told.version(0));
  }

  @Test
  void aScopeIsADeclaredPurposeOrAParentOfOne() {
    Purposes purposes = Purposes.standard().marketing("offers.spring");
    for (String scope : new String[] {"marketing", "marketing.offers", "auth", "notice.breach"}) {
      assertThat(purposes.isScope(scope)).as(scope).isTrue();
    }
    for (String none : new String[] {"", "*", "market", "marketing.offer", "auth.otp.x", "x"}) {
      assertThat(purposes.isScope(none)).as(none).isFalse();
    }
  }

  @Test
  void aTemplateHasTheCategoryOfItsLanguageElseOfItsName() {
    Templates templates = Templates.of().utility("order_update").marketing("order_update", "en");
    assertThat(templates.category("order_update", "en")).contains(Category.MARKETING);
    assertThat(templates.category("order_update", "de")).contains(Category.UTILITY);
    assertThat(templates.category("order", "de")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> templates.authentication("order_update"));
    assertThatIllegalArgumentException().isThrownBy(() -> templates.utility("Order Update"));
    assertThatIllegalArgumentException().isThrownBy(() -> templates.utility("order", "English"));
  }

  @Test
  void aTemplateMayOfferAWordForStopping() {
    Templates templates = Templates.of().advertises("spring_offer", "BAJA");
    assertThat(templates.advertised("spring_offer")).contains("BAJA");
    assertThat(templates.advertised("other")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> templates.advertises("spring_offer", "STOP"));
    assertThatIllegalArgumentException().isThrownBy(() -> templates.advertises("other", " "));
  }
}
