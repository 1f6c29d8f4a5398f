package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.message.Message;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Group;
import io.waxseal.person.Person;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule judges.
 *
 * @param account the number it would be sent from
 * @param points the recipient's contact points: the one addressed first, then all others of the person; none of a group
 * @param person the recipient, if known; judging creates nobody. Empty for a group
 * @param message the message, as earlier rules of stage {@link Stage#CONTENT} left it
 * @param by who sends it
 * @param at when
 */
public record SendRequest(
    Account account,
    Set<ContactPoint> points,
    Optional<Person> person,
    Message message,
    By by,
    Instant at) {
  /**
   * Copies the set, in its order.
   *
   * @param account the number it would be sent from
   * @param points the recipient's contact points: the one addressed first, then all others of the person; none of a group
   * @param person the recipient, if known; judging creates nobody
   * @param message the message, as earlier rules of stage {@link Stage#CONTENT} left it
   * @param by who sends it
   * @param at when
   */
  public SendRequest {
    points = Collections.unmodifiableSet(new LinkedHashSet<>(points));
  }

  /** {@return why it is sent, such as {@code marketing.offers}; empty if nobody said} */
  public Optional<String> purpose() {
    return message.purpose();
  }

  /** {@return the group that it goes to; empty if it goes to one person} */
  public Optional<Group> group() {
    return message.to() instanceof Group group ? Optional.of(group) : Optional.empty();
  }

  /**
   * The point that is addressed.
   *
   * @return the first of the points
   * @throws java.util.NoSuchElementException if it goes to a group
   */
  public ContactPoint address() {
    return points.iterator().next();
  }

  SendRequest rewritten(Message other) {
    return new SendRequest(account, points, person, other, by, at);
  }

  @Override
  public String toString() {
    return "SendRequest[" + message + "]";
  }
}
