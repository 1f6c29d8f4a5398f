package io.waxseal.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.Health;
import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A start that failed for a moment is tried again with the same guards. */
final class SecondStartTest {
  private final Database database = Database.inMemory();
  private final Vault vault = SealedVault.on(database, Kek.inMemoryForTests());
  private final Consent consent = Consent.on(database, vault);
  private final AtomicBoolean away = new AtomicBoolean(true);

  private WhatsApp start() {
    return WhatsApp.builder()
        .account(Account.of("1001", "2001").appSecrets(() -> {
          if (away.get()) {
            throw new SecretUnavailableException("the store of secrets is away");
          }
          return Secret.of("an-app-secret-made-up-for-tests");
        }))
        .database(database)
        .vault(vault)
        .guards(consent)
        .build();
  }

  @Test
  void itSucceedsOnceTheTroubleIsOver() {
    assertThatThrownBy(this::start).isInstanceOf(SecretUnavailableException.class);
    away.set(false);
    try (WhatsApp whatsapp = start()) {
      assertThat(whatsapp.health().checks()).isNotEmpty();
      assertThatThrownBy(this::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("belongs to a WhatsApp");
      assertThat(whatsapp.health().checks()).extracting(Health.Check::name).contains("bypassed");
    }
  }
}
