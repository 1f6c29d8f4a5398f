package io.waxseal;

import io.waxseal.account.Because;
import io.waxseal.person.Person;
import java.util.List;
import java.util.Optional;

/**
 * What an erasure did, place by place. It holds nothing of the person but the pseudonym.
 *
 * @param person whom it erased
 * @param because why
 * @param outcomes one for each place, in the order in which they were visited; and one for the database's own log, if it
 *     could not be emptied
 */
public record Erasure(Person person, Because because, List<Outcome> outcomes) {
  /**
   * What happened in one place.
   *
   * @param source the place
   * @param found how many records held something of the person before
   * @param removed how many are gone now
   * @param left how many still hold something; 0 means proven gone
   * @param failure the class of the exception, if the place could not be erased or looked at
   */
  public record Outcome(
      String source, long found, long removed, long left, Optional<String> failure) {
    /** {@return whether something is left, or nobody knows} */
    public boolean incomplete() {
      return left > 0 || failure.isPresent();
    }
  }

  /**
   * Copies the list.
   *
   * @param person whom it erased
   * @param because why
   * @param outcomes one for each place, in the order in which they were visited; and one for the database's own log, if it
   *     could not be emptied
   */
  public Erasure {
    outcomes = List.copyOf(outcomes);
  }

  /** {@return the places where something is left, or nobody knows; empty if the person is erased everywhere} */
  public List<Outcome> incomplete() {
    return outcomes.stream().filter(Outcome::incomplete).toList();
  }
}
