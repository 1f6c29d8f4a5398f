package io.waxseal.consent;

import static io.waxseal.consent.Shop.ANA;
import static io.waxseal.consent.Shop.FORM;

import io.waxseal.account.Account;
import io.waxseal.contract.FenceContract;
import io.waxseal.message.TemplateMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.send.Allowed;
import io.waxseal.send.Fence;
import io.waxseal.send.SendRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;

/** Consent's fence under its contract. */
abstract class FenceOfConsent extends FenceContract {
  private static final ContactPoint BO = Shop.phone(Shop.CUSTOMER);

  private final AtomicReference<Consent> consent = new AtomicReference<>();
  private Shop shop;

  private Consent join(Consent joined) {
    consent.set(joined);
    return joined;
  }

  @Override
  protected Fence open() {
    shop = new Shop(database(), this::join, null);
    shop.grant(BO, "marketing");
    Account account = Shop.account("106540352242922");
    Person person = shop.whatsapp.people().find(account.tenant(), Set.of(BO)).orElseThrow();
    SendRequest request = new SendRequest(
        account,
        Set.of(BO),
        Optional.of(person),
        TemplateMessage.to(BO, "spring_offer", "en").purpose("marketing.offers"),
        ANA,
        shop.clock.instant());
    Allowed allowed = (Allowed) consent.get().sendRules().get(0).check(request);
    return allowed.fence().orElseThrow();
  }

  @Override
  protected void forbid() {
    shop.consent.stop(BO, FORM, ANA);
  }

  @AfterEach
  void close() {
    shop.close();
  }
}
