package io.waxseal.consent;

import io.waxseal.contract.SendRuleContract;
import io.waxseal.send.SendRule;
import io.waxseal.store.Database;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;

final class WindowRuleTest extends SendRuleContract {
  private final AtomicReference<Consent> consent = new AtomicReference<>();
  private final Shop shop = new Shop(Database.inMemory(), this::join, null);

  private Consent join(Consent joined) {
    consent.set(joined);
    return joined;
  }

  @Override
  protected SendRule open() {
    return consent.get().sendRules().get(1);
  }

  @AfterEach
  void close() {
    shop.close();
  }
}
