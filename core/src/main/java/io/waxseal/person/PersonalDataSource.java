package io.waxseal.person;

/**
 * A place that holds something of persons and can find, erase and prove the absence of it: a store of Waxseal, or the
 * host's CRM. Each call is for one person; an erasure calls {@link #find}, {@link #erase} and {@link #verifyGone} in
 * this order, and goes on with the next source whatever happens here.
 */
public interface PersonalDataSource {
  /**
   * What was found.
   *
   * @param records how many records hold something of the person
   */
  record Found(long records) {}

  /**
   * What was removed.
   *
   * @param records how many records are gone or no longer hold anything of the person
   */
  record Removed(long records) {}

  /** {@return a short name for reports, such as {@code archive}; not a person's data} */
  String name();

  /**
   * Counts what is there.
   *
   * @param person whose
   * @return the count; by default what {@link #verifyGone} counts
   */
  default Found find(Person person) {
    return new Found(verifyGone(person));
  }

  /**
   * Removes it, durably when this returns. Idempotent: a second call removes nothing and succeeds.
   *
   * @param person whose
   * @return what was removed now
   */
  Removed erase(Person person);

  /**
   * Looks again.
   *
   * @param person whose
   * @return how many records are left; 0 means proven gone
   */
  long verifyGone(Person person);
}
