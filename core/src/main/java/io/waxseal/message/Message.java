package io.waxseal.message;

import io.waxseal.account.PhoneNumberId;
import io.waxseal.json.JsonObject;
import io.waxseal.person.Recipient;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Something to send to one recipient. Immutable and thread-safe; {@link #toString} names the kind only. There is one
 * final class a kind, all in this package.
 */
public abstract class Message {
  private final Address address;

  Message(Address address) {
    this.address = address;
  }

  /**
   * Who gets it, from which number, and why.
   *
   * @param to the recipient
   * @param from the sending number
   * @param purpose why it is sent
   * @param despiteStop why it is sent although the person has stopped messages
   */
  record Address(
      Recipient to,
      Optional<PhoneNumberId> from,
      Optional<String> purpose,
      Optional<String> despiteStop) {
    private static final int LONGEST_REASON = 500;

    static Address to(Recipient to) {
      return new Address(to, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Address from(PhoneNumberId number) {
      return new Address(to, Optional.of(number), purpose, despiteStop);
    }

    Address purpose(String name) {
      if (!Purpose.isName(name)) {
        throw new IllegalArgumentException(
            "a purpose is words of a-z 0-9 - joined by dots, such as marketing.offers, at most 64 characters");
      }
      return new Address(to, from, Optional.of(name), despiteStop);
    }

    Address despiteStop(String reason) {
      if (reason.isBlank() || reason.length() > LONGEST_REASON) {
        throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
      }
      return new Address(to, from, purpose, Optional.of(reason));
    }
  }

  final Address address() {
    return address;
  }

  /**
   * Who gets it: exactly the contact point, if it is one. A person is reached at the phone number that was linked to
   * them, or at which they wrote, last; without a phone number, at their user id that was last. An earlier number may
   * belong to somebody else by now.
   *
   * @return the recipient
   */
  public final Recipient to() {
    return address.to();
  }

  /** {@return the business number it is sent from; empty for the only one} */
  public final Optional<PhoneNumberId> from() {
    return address.from();
  }

  /** {@return why it is sent, such as {@code marketing.offers}; empty if nobody said} */
  public final Optional<String> purpose() {
    return address.purpose();
  }

  /** {@return why it is sent although the person has stopped messages; empty if it is not} */
  public final Optional<String> despiteStop() {
    return address.despiteStop();
  }

  /** {@return Meta's name of the kind, such as {@code text}} */
  public abstract String type();

  /** {@return whether it is an approved template, which may be sent outside the customer service window} */
  public boolean isTemplate() {
    return false;
  }

  /** {@return the members of the request that this kind brings: {@code type}, the one named like it, {@code context}} */
  public abstract JsonObject content();

  /**
   * The same message with each text a reader would see replaced, wherever this kind holds text.
   *
   * @param f gives the new text for a text
   * @return the new message
   * @throws IllegalArgumentException if a new text breaks Meta's limits
   */
  public abstract Message mapText(UnaryOperator<String> f);

  @Override
  public final String toString() {
    return "Message[" + type() + "]";
  }
}
