package io.waxseal;

import io.waxseal.account.Account;
import io.waxseal.webhook.VerifiedPayload;
import io.waxseal.webhook.WebhookElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The elements of a verified webhook by account. Each is for an account of ours that a secret of its own confirmed, for
 * nobody of ours, or for an account of ours that no secret of its own confirmed: then another secret of ours signed it, and
 * it is neither taken on another app's word nor lost.
 *
 * @param settled what can be dealt with now, in the order of the webhook
 * @param unconfirmed how many elements are held back, by the account they are for
 */
record Sorted(List<Addressed> settled, Map<Account, Integer> unconfirmed) {
  /** An element, and the account of ours that takes it; empty if it is for nobody of ours. */
  record Addressed(WebhookElement element, Optional<Account> account) {}

  static Sorted of(List<Account> accounts, VerifiedPayload payload, List<WebhookElement> elements) {
    List<Addressed> settled = new ArrayList<>();
    Map<Account, Integer> unconfirmed = new LinkedHashMap<>();
    for (WebhookElement element : elements) {
      List<Account> ours = accounts.stream().filter(named(element)).toList();
      Optional<Account> confirmed = ours.stream()
          .filter(account -> payload.accounts().contains(account.phoneNumberId()))
          .findFirst();
      if (confirmed.isPresent() || ours.isEmpty()) {
        settled.add(new Addressed(element, confirmed));
      } else {
        unconfirmed.merge(ours.get(0), 1, Integer::sum);
      }
    }
    return new Sorted(settled, unconfirmed);
  }

  /** Some events name the WhatsApp Business account only; any of its numbers may confirm them. */
  private static Predicate<Account> named(WebhookElement element) {
    return account -> element.namesPhoneNumberId()
        ? element.phoneNumberId().equals(Optional.of(account.phoneNumberId()))
        : element.waba().equals(Optional.of(account.waba()));
  }
}
