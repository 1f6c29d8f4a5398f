package io.waxseal.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who has which number, and whose an id is. Somebody is there as soon as a number or an id is mentioned. */
final class People {
  private final Map<String, Identity> holders = new HashMap<>();
  private final Map<String, Integer> registrations = new HashMap<>();
  private final Map<String, Account> ids = new HashMap<>();

  /** The account a customer is meant by: a phone number in any writing, or a user id. */
  synchronized Account find(String customer) {
    if (MessageRules.isUserId(customer)) {
      return ids.computeIfAbsent(customer, id -> new Account(new Identity(), null, id));
    }
    return current(holder(digits(customer), false));
  }

  /** The account a message to a number reaches, which may be registered in another spelling. */
  synchronized Account addressed(String digits) {
    return current(holder(digits, true));
  }

  synchronized Identity holder(String customer) {
    return holder(digits(customer), false);
  }

  private Identity holder(String digits, boolean respell) {
    Identity holder = holders.get(Spelling.key(digits));
    return holder != null
        ? holder
        : register(new Identity(), respell ? Spelling.waId(digits) : digits).owner();
  }

  /** Somebody new takes a number; whoever had it has none. */
  synchronized Identity stranger(String customer) {
    return register(new Identity(), digits(customer)).owner();
  }

  synchronized Account move(Identity who, String customer) {
    String digits = digits(customer);
    holders.values().removeIf(who::equals);
    return register(who, digits);
  }

  private Account register(Identity who, String digits) {
    String key = Spelling.key(digits);
    Identity before = holders.put(key, who);
    if (before != null) {
      before.account(null);
    }
    int times = registrations.merge(key, 1, Integer::sum);
    Account account = new Account(who, digits, times == 1 ? digits : digits + "#" + times);
    who.account(account);
    return account;
  }

  private static Account current(Identity holder) {
    return Optional.ofNullable(holder.account()).orElseThrow();
  }

  private static String digits(String customer) {
    String digits = MessageRules.digits(customer);
    if (digits.isEmpty()) {
      throw new IllegalArgumentException(
          "a customer is a phone number or a business-scoped user id such as US.123");
    }
    return digits;
  }

  /** Remembers the id, so that it leads back. */
  synchronized String userId(Account account, String wabaId) {
    String id = account.userId(wabaId);
    ids.putIfAbsent(id, account);
    return id;
  }

  /** Null unless the person is enrolled. */
  synchronized @Nullable String parentUserId(Account account) {
    if (!account.owner().enrolled()) {
      return null;
    }
    String id = account.parentUserId();
    ids.putIfAbsent(id, account);
    return id;
  }

  synchronized void forgetAll() {
    holders.clear();
    registrations.clear();
    ids.clear();
  }
}
