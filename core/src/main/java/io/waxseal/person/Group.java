package io.waxseal.person;

import java.util.regex.Pattern;

/**
 * A group on WhatsApp that a business number opened. People join by its invitation; who is in it the business learns from
 * webhooks. Messages to it need a purpose of basis {@code GROUP}, such as {@code group.message}. Source: Meta, Cloud API,
 * groups.
 *
 * @param id Meta's id of the group, as {@code GroupLifecycleChanged.groupId()} and {@code MessageReceived.groupId()} tell it
 */
public record Group(String id) implements Recipient {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._:@+/=-]{1,128}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{5,15}");

  /**
   * Checks the id.
   *
   * @param id Meta's id of the group
   * @throws IllegalArgumentException if it has another shape, or that of a phone number, whose owner has not been asked
   */
  public Group {
    if (!SHAPE.matcher(id).matches() || PHONE.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a group is named by Meta's id of it, 1 to 128 letters, digits and . _ : @ + / = -, and by no phone number;"
              + " this has " + id.length() + " characters");
    }
  }

  /** {@return the kind only; the id leads to those who are in the group} */
  @Override
  public String toString() {
    return "Group";
  }
}
