package io.waxseal.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One registration at WhatsApp: the number it was made with, and what its ids are made of. A new number, or the same
 * number in other hands, is another registration.
 *
 * @param owner the one human who made it
 * @param phone digits as Meta spells them, or null if only the user id is known here
 * @param seed different for each registration; a user id if only that is known
 */
record Account(Identity owner, @Nullable String phone, String seed) {
  String userId(String wabaId) {
    return MessageRules.isUserId(seed) ? seed : Ids.userId(seed, wabaId);
  }

  String parentUserId() {
    return Ids.parentUserId(seed);
  }

  @Override
  public String toString() {
    return "Account";
  }
}
