package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person's move from one number to another. Each business number hears of it by itself, in one of several forms; each
 * call makes another message. Thread-safe; {@code toString} names nothing.
 *
 * @see SimulatedPerson#changesNumber
 */
public final class NumberChange {
  /** How Meta tells, or once told, of a change. */
  public enum Form {
    /**
     * Today's: {@code user_changed_number} with the new number, new and previous user ids; or {@code
     * user_changed_user_id} with ids alone when the number is hidden.
     */
    CURRENT,

    /** {@code user_changed_number} with the new number in {@code wa_id} and no user ids. */
    WA_ID,

    /** {@code user_changed_number} with the new number in {@code new_wa_id} and no user ids. */
    NEW_WA_ID,

    /** {@code customer_changed_number} with the new number in {@code wa_id} and the old one in {@code customer}. */
    CUSTOMER
  }

  private final Account before;
  private final Account after;
  private final SimulatedNumber number;

  NumberChange(Account before, Account after, SimulatedNumber number) {
    this.before = before;
    this.after = after;
    this.number = number;
  }

  /**
   * Makes the webhook in today's form for the business number at which the person changed.
   *
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook webhook() {
    return webhook(Form.CURRENT);
  }

  /**
   * Makes the webhook in a chosen form for the business number at which the person changed.
   *
   * @param form today's or an older form
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook webhook(Form form) {
    return webhook(form, number);
  }

  /**
   * Makes the webhook for any business number.
   *
   * @param form today's or an older form
   * @param heardAt the business number that hears of it
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook webhook(Form form, SimulatedNumber heardAt) {
    Objects.requireNonNull(form, "form");
    Seen old = heardAt.envelope().seen(before);
    Seen now = heardAt.envelope().seen(after);
    boolean hidden = form == Form.CURRENT && now.phone() == null;
    Map<String, Object> from = new LinkedHashMap<>();
    if (hidden) {
      old.withoutPhone().putIds(from, "from", "from_user_id", "from_parent_user_id");
    } else {
      putIfThere(from, "from", before.phone());
    }
    return heardAt
        .inbound()
        .system(from, system(form, hidden, old, now), hidden ? old.userId() : old.anyId());
  }

  private Map<String, Object> system(Form form, boolean hidden, Seen old, Seen now) {
    String name = Once.orElse(now.name(), "A");
    Map<String, Object> system = new LinkedHashMap<>();
    system.put(
        "body",
        hidden
            ? "User " + name + " changed their user ID"
            : "User " + name + " changed from " + before.phone() + " to " + after.phone());
    if (!hidden) {
      putIfThere(system, form == Form.NEW_WA_ID ? "new_wa_id" : "wa_id", after.phone());
    }
    if (form == Form.CURRENT) {
      now.withoutPhone().putIds(system, "wa_id", "user_id", "parent_user_id");
      old.withoutPhone().putIds(system, "wa_id", "previous_user_id", "previous_parent_user_id");
    }
    if (form == Form.CUSTOMER) {
      putIfThere(system, "customer", before.phone());
    }
    system.put(
        "type",
        hidden
            ? "user_changed_user_id"
            : form == Form.CUSTOMER ? "customer_changed_number" : "user_changed_number");
    return system;
  }

  private static void putIfThere(Map<String, Object> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  @Override
  public String toString() {
    return "NumberChange";
  }
}
