package io.waxseal.person;

import io.waxseal.account.Tenant;
import java.util.UUID;

/**
 * The human on the other side, the law's data subject, as a random pseudonym. It is not derived from a number, so it may
 * stand in keys, logs and the audit trail; after an erasure it leads nowhere.
 *
 * @param tenant whose person it is
 * @param id random, ours
 */
public record Person(Tenant tenant, UUID id) implements Recipient {
  private static final UUID UNNAMED = new UUID(0, 0);

  /**
   * The tenant's own place, for what names nobody or several people. It has a key like a person's, but cannot be
   * erased.
   *
   * @param tenant the tenant
   * @return the place
   */
  public static Person unnamed(Tenant tenant) {
    return new Person(tenant, UNNAMED);
  }

  /** {@return whether this is the tenant's own place and no human} */
  public boolean isUnnamed() {
    return id.equals(UNNAMED);
  }
}
