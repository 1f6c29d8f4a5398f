package io.waxseal.person;

import io.waxseal.account.Tenant;
import io.waxseal.account.VaultException;
import java.util.List;

/**
 * Seals what is a person's under the person's own key, opens it again, and gives blind indexes. Thread-safe; calls join
 * the transaction of the thread, so the key of a new person is kept only if what it seals is. The crypto module brings
 * one; a framework author may bring another and run its contract test.
 *
 * <p>Threat: who reads the database learns row counts, times, padded sizes, pseudonyms and which index values are equal,
 * but no content and no number. Who writes it cannot move a ciphertext to another person, place or tenant unnoticed. Not
 * stopped: someone who owns the process while it works.
 */
public interface Vault {
  /**
   * Seals content under its owner. Two calls give different bytes.
   *
   * @param owner whose it is; a person seen for the first time gets a key
   * @param context the place it belongs to
   * @param plain the content, also empty
   * @return the sealed record, a little longer than {@code plain}
   * @throws io.waxseal.account.VaultException if the owner was erased, or a key is damaged
   * @throws io.waxseal.account.SecretUnavailableException if the keys cannot be had now
   */
  byte[] seal(Person owner, Context context, byte[] plain);

  /**
   * Opens a sealed record.
   *
   * @param owner whose it is
   * @param context the place it belongs to
   * @param sealed what {@link #seal} gave
   * @return the content, or that the owner was erased, or that the keys cannot be had now
   * @throws io.waxseal.account.VaultException if the record is damaged, or was sealed for another owner or place; any
   *     bytes but a genuine record give this exception and no other
   */
  Opened open(Person owner, Context context, byte[] sealed);

  /**
   * The blind index of a value: equal for equal values of one tenant and field, and of no use without the key.
   *
   * @param tenant whose index
   * @param field the name of the index, 1 to 64 characters; each has a key of its own
   * @param value the value, already in its canonical form
   * @return 17 bytes: the key's epoch and 128 bits
   * @throws io.waxseal.account.VaultException if a key is damaged
   * @throws io.waxseal.account.SecretUnavailableException if the keys cannot be had now
   */
  byte[] index(Tenant tenant, String field, String value);

  /** {@return the archive of sealed messages in the same database} */
  Archive archive();

  /**
   * What seals files that are too long for memory.
   *
   * @return it
   * @throws io.waxseal.account.VaultException if this vault seals no files
   */
  default SealedStreams streams() {
    throw new VaultException("this vault seals no files; use one that implements streams()");
  }

  /**
   * What is not as safe as it should be about its keys, though it works. Health and the log of each start show it.
   *
   * @return sentences that say what to do, without any secret; none by default
   */
  default List<String> cautions() {
    return List.of();
  }

  /** {@return the source whose erasure destroys a person's key; an erasure visits it after all stores} */
  PersonalDataSource personalData();
}
