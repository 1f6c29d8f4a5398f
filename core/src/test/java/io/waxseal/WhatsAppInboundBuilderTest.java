package io.waxseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.guard.AfterEvent;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Wiring;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatsAppInboundBuilderTest {
  @TempDir
  Path folder;

  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  @Test
  void everythingMissingIsNamedAtOnce() {
    assertThatThrownBy(() -> WhatsApp.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("account(")
        .hasMessageContaining("database(")
        .hasMessageContaining("vault(")
        .hasMessageContaining("appSecrets(")
        .hasMessageContaining("acceptUnsigned(")
        .hasMessageContaining("CONSENT")
        .hasMessageContaining("ungated(");
  }

  @Test
  void aMissingAccountIsNamed() {
    missing(host.bare(), "account(");
  }

  @Test
  void aMissingDatabaseIsNamed() {
    missing(WhatsApp.builder().vault(host.vault).ungated("x").account(account()), "database(");
  }

  @Test
  void aMissingVaultIsNamed() {
    missing(WhatsApp.builder().database(host.database).ungated("x").account(account()), "vault(");
  }

  @Test
  void anAccountWithoutAppSecretIsNamedEvenIfAnotherHasOne() {
    missing(host.builder().account(Account.of("333", "222")), "appSecrets(");
  }

  @Test
  void aMissingConsentRuleIsNamedWithAndWithoutGuards() {
    missing(
        WhatsApp.builder().database(host.database).vault(host.vault).account(account()), "CONSENT");
    missing(
        WhatsApp.builder()
            .database(host.database)
            .vault(host.vault)
            .account(account())
            .guards(new Guard() {}),
        "CONSENT");
  }

  @Test
  void whatIsThereIsNotNamed() {
    assertThatThrownBy(() -> host.bare().build())
        .hasMessageNotContaining("database(")
        .hasMessageNotContaining("vault(")
        .hasMessageNotContaining("ungated(");
  }

  @Test
  void whatIsSetTwiceIsRefusedByName() {
    twice("verifyToken", b -> b.verifyToken(Secrets.fixed(Secret.of("t"))));
    twice("database", b -> b.database(host.database));
    twice("vault", b -> b.vault(host.vault));
    twice("http", b -> b.http(new OkHttpClient()));
    twice("graph", b -> b.graph(GraphEndpoint.META));
    twice("clock", b -> b.clock(Clock.systemUTC()));
    twice("111", b -> b.account(account()));
  }

  private static void twice(String name, Consumer<WhatsApp.Builder> setter) {
    WhatsApp.Builder builder = WhatsApp.builder();
    setter.accept(builder);
    assertThatThrownBy(() -> setter.accept(builder))
        .as(name)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
  }

  @Test
  void goingWithoutNeedsAReason() {
    for (String blank : List.of("", " ", "\n")) {
      assertThatThrownBy(() -> WhatsApp.builder().ungated(blank))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ungated");
      assertThatThrownBy(() -> WhatsApp.builder().acceptUnsigned(blank))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("acceptUnsigned");
      assertThatThrownBy(() -> WhatsApp.builder().unaudited(blank))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("unaudited");
    }
  }

  @Test
  void goingWithoutIsSaidInTheTrailAtEachStart() {
    host.builder().build().close();
    host.builder().build().close();
    assertThat(host.audited("start.weakened")).isEqualTo(2);
  }

  @Test
  void aBodyLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> WhatsApp.builder().bodyLimit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bodyLimit");
  }

  @Test
  void guardsJoinBeforeTheyAreAskedAndGetWhatTheHostComposed() {
    Wiring[] joined = new Wiring[1];
    Guard guard = new Guard() {
      @Override
      public void joined(Wiring wiring) {
        joined[0] = wiring;
      }

      @Override
      public List<AfterEvent> afterEvents() {
        assertThat(joined[0]).isNotNull();
        return List.of();
      }
    };
    host.builder().guards(guard).build().close();
    assertThat(joined[0].database()).isSameAs(host.database);
    assertThat(joined[0].vault()).isSameAs(host.vault);
    assertThat(joined[0].clock()).isSameAs(host.clock);
    assertThat(joined[0].accounts()).hasSize(1);
  }

  @Test
  void noToStringShowsASecret() {
    try (WhatsApp whatsapp = host.builder().build()) {
      assertThat(whatsapp + " " + account()).doesNotContain("app secret");
    }
  }

  private static Account account() {
    return WhatsAppInboundHost.account("111", WhatsAppInboundHost.SECRET);
  }

  private static void missing(WhatsApp.Builder builder, String name) {
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("missing: ")
        .hasMessageContaining(name);
  }
}
