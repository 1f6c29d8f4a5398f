package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.store.Transaction;
import java.util.Optional;
import java.util.UUID;

/**
 * Is told what happens between persons, in the transaction in which it happens. An exception rolls it back. Called from any
 * thread.
 */
public interface PersonWatcher {
  /** What can happen between persons. */
  enum What {
    /** Two accounts became one person. */
    JOINED("identity.joined"),
    /** A link was taken back. */
    RETRACTED("identity.retracted"),
    /** Two changes contradict each other, so both count as weak; or two humans seem to have one phone at once. */
    CONFLICT("identity.conflict"),
    /** A new account was seen at a phone that another human had. */
    HANDED_OVER("identity.handed-over"),
    /** At a phone of somebody who is erased there are records whose holder nobody can prove; they stay. */
    UNATTRIBUTED("erasure.unattributed"),
    /** A late event shows that an erasure should have reached further: tell the host. */
    WIDER("identity.wider");

    private final String type;

    What(String type) {
      this.type = type;
    }

    /** {@return the type of the entry in the audit trail} */
    public String type() {
      return type;
    }
  }

  /**
   * Something happened.
   *
   * @param transaction where
   * @param what what
   * @param grade how far the evidence may be believed
   * @param event our id of the event that said so, if one did
   * @param one whom it concerns
   * @param other whom else, if there is somebody
   */
  default void happened(
      Transaction transaction,
      What what,
      Testimony.Grade grade,
      Optional<UUID> event,
      Person one,
      Optional<Person> other) {}

  /**
   * A link is about to be taken back, so that whoever keeps stops writes those out that run over it.
   *
   * @param transaction where
   * @param tenant whose
   * @param before what is known around both ends, the link in force
   * @param one an end
   * @param other the other end
   */
  default void retracting(
      Transaction transaction,
      Tenant tenant,
      Whereabouts before,
      IndexedPoint one,
      IndexedPoint other) {}
}
