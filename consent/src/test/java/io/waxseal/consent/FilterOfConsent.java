package io.waxseal.consent;

import io.waxseal.contract.InboundFilterContract;
import io.waxseal.webhook.InboundFilter;
import org.junit.jupiter.api.AfterEach;

/** Consent's filter under its contract. */
abstract class FilterOfConsent extends InboundFilterContract {
  private Shop shop;

  @Override
  protected InboundFilter open() {
    shop = new Shop(database(), consent -> consent, null);
    return shop.consent.beforeAnswer().get(0);
  }

  @Override
  protected String telling() {
    return "STOP";
  }

  @Override
  protected long written() {
    return shop.count("SELECT COUNT(*) FROM wx_consent_entry");
  }

  @AfterEach
  void close() {
    shop.close();
  }
}
