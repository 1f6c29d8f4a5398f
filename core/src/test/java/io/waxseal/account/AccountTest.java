package io.waxseal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class AccountTest {
  @Test
  void aSetterGivesACopyAndLeavesTheAccount() {
    Account bare = Account.of("111", "222");
    Account full = bare.accessToken(Secrets.fixed(Secret.of("token")))
        .appSecrets(Secrets.fixed(Secret.of("a")), Secrets.fixed(Secret.of("b")))
        .tenant(new Tenant("other"));
    assertThat(bare.accessToken()).isEmpty();
    assertThat(bare.appSecrets()).isEmpty();
    assertThat(bare.tenant()).isEqualTo(Tenant.DEFAULT);
    assertThat(full.accessToken()).isPresent();
    assertThat(full.appSecrets()).hasSize(2);
    assertThat(full.waba()).isEqualTo(new WabaId("222"));
  }

  @Test
  void anIdIsDigitsAndNotTooMany() {
    for (String id : new String[] {"", "12a", "-1", " 1", "\u0661", "1".repeat(33)}) {
      assertThatThrownBy(() -> Account.of(id, "1")).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Account.of("1", id)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aMessageIdShowsNothingOfTheNumberInIt() {
    assertThat(new MessageId("wamid.HBgLMTY1MDM4Nzk0MzkV").toString()).doesNotContain("HBg");
    assertThatThrownBy(() -> new MessageId("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MessageId("x".repeat(513)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anActorIsNotShown() {
    assertThat(By.agent("ana").toString()).doesNotContain("ana");
    assertThatThrownBy(() -> By.agent(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> By.system("x".repeat(129)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whyAnActorActsIsNotShownEither() {
    assertThat(By.agent("ana").because("refund 12").toString()).doesNotContain("refund");
    assertThat(By.agent("ana").because("refund 12").justification()).contains("refund 12");
    for (String why : new String[] {" ", "x".repeat(501)}) {
      assertThatThrownBy(() -> By.agent("ana").because(why))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aTenantIsAPlainWord() {
    for (String id : new String[] {"", "A", "a b", "\u00e9", "a".repeat(65), "a\n"}) {
      assertThatThrownBy(() -> new Tenant(id)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
