package io.waxseal;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.message.Category;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.Templates;
import io.waxseal.person.ContactPoint;
import io.waxseal.send.Refused;
import io.waxseal.send.TemplateCatalog;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Meta tells of a template's category counts at once, for every node and after a restart. */
final class TemplateCategoryTest {
  private static final TemplateMessage UPDATE =
      TemplateMessage.to(ContactPoint.phone("4915550100001"), "order_update", "en");
  private static final Templates DECLARED = Templates.of().utility("order_update");

  @TempDir
  Path folder;

  private WhatsAppInboundHost host;

  @BeforeEach
  void open() {
    host = new WhatsAppInboundHost(folder);
  }

  private Category now(Templates declared) {
    return TemplateCatalog.on(host.database, declared)
        .category(WhatsAppInboundHost.account("111", WhatsAppInboundHost.SECRET), UPDATE);
  }

  private int told(String waba, String language, String more, Instant at) {
    try (WhatsApp whatsapp = host.builder().templates(DECLARED).build()) {
      return WhatsAppInboundHost.deliver(
          whatsapp,
          "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + waba + "\",\"time\":"
              + at.getEpochSecond()
              + ",\"changes\":[{\"field\":\"template_category_update\",\"value\":{"
              + "\"message_template_id\":77,\"message_template_name\":\"order_update\","
              + "\"message_template_language\":\"" + language + "\"," + more + "}}]}]}");
    }
  }

  private Instant clock() {
    return host.clock.instant();
  }

  @Test
  void nobodyDeclaredIsMarketing() {
    assertThat(now(Templates.of())).isEqualTo(Category.MARKETING);
    assertThat(now(DECLARED)).isEqualTo(Category.UTILITY);
  }

  @Test
  void whatMetaTellsWinsOverWhatTheHostSays() {
    String change = "\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"";
    assertThat(told("222", "en", change, clock())).isEqualTo(200);
    assertThat(now(DECLARED)).isEqualTo(Category.MARKETING);
  }

  @Test
  void fromThenOnTheTemplateIsRefusedForTheOldPurpose() {
    told("222", "en", "\"previous_category\":\"UTILITY\",\"new_category\":\"MARKETING\"", clock());
    try (WhatsApp whatsapp = host.builder().templates(DECLARED).build()) {
      assertThat(whatsapp.send(UPDATE.purpose("utility.order"), By.system("test")))
          .isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason().code()).isEqualTo("PURPOSE_CATEGORY_MISMATCH");
            assertThat(refused.guidance().forDeveloper()).contains("MARKETING", "utility.order");
          });
    }
  }

  @Test
  void anAnnouncementTellsTheCategoryOfToday() {
    told("222", "en", "\"correct_category\":\"MARKETING\",\"new_category\":\"UTILITY\"", clock());
    assertThat(now(Templates.of())).isEqualTo(Category.UTILITY);
  }

  @Test
  void whatHappenedLaterCountsInWhateverOrderItIsTold() {
    told("222", "en", "\"new_category\":\"MARKETING\"", clock());
    told("222", "en", "\"new_category\":\"UTILITY\"", clock().minusSeconds(60));
    assertThat(now(DECLARED)).isEqualTo(Category.MARKETING);
    told("222", "en", "\"new_category\":\"MARKETING\"", clock().plusSeconds(86_400));
    host.clock.advance(java.time.Duration.ofSeconds(1));
    told("222", "en", "\"new_category\":\"UTILITY\"", clock());
    assertThat(now(DECLARED)).isEqualTo(Category.UTILITY);
  }

  @Test
  void aCategoryThatNobodyKnowsIsMarketing() {
    told("222", "en", "\"new_category\":\"LOYALTY\"", clock());
    assertThat(now(DECLARED)).isEqualTo(Category.MARKETING);
    told("222", "en", "\"new_category\":\"utility\"", clock());
    assertThat(now(DECLARED)).isEqualTo(Category.UTILITY);
  }

  @Test
  void anotherLanguageAnotherAccountOrAForgeryTellsNothing() {
    String change = "\"new_category\":\"MARKETING\"";
    told("222", "de", change, clock());
    told("999", "en", change, clock());
    assertThat(now(DECLARED)).isEqualTo(Category.UTILITY);
    try (WhatsApp whatsapp = host.builder().build()) {
      assertThat(WhatsAppInboundHost.deliver(whatsapp, "{}", Secret.of("another")))
          .isEqualTo(401);
    }
  }

  @Test
  void aDeclaredPurposeIsNeededWithoutARuleOfConsentToo() {
    try (WhatsApp whatsapp = host.builder().build()) {
      assertThat(whatsapp.send(UPDATE.purpose("x.y"), By.system("test")))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.reason().code()).isEqualTo("PURPOSE_UNKNOWN"));
    }
  }
}
