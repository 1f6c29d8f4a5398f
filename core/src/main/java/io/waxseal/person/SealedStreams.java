package io.waxseal.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Seals what is too long for memory, in one pass, in chunks, each file under a key of its own, which the owner's key
 * wraps: without the owner's key nothing opens it. Thread-safe; the streams are not.
 *
 * <p>Threat: a chunk that was changed, moved, left out or taken from another file is refused when it is read, and so is a
 * file that ends early. Not stopped: what was read before that chunk was handed out already.
 */
public interface SealedStreams {
  /**
   * A new key for one file, sealed under its owner.
   *
   * @param owner whose the file is
   * @param context the place of the file; its kind is {@link RecordKind#KEY}
   * @return the sealed key, to be kept beside the file
   * @throws io.waxseal.account.VaultException if the owner was erased, or a key is damaged
   * @throws io.waxseal.account.SecretUnavailableException if the keys cannot be had now
   */
  byte[] newKey(Person owner, Context context);

  /**
   * Seals what is written. The file is whole only after {@code close()}, which closes {@code to} as well.
   *
   * @param owner whose the file is
   * @param context the place of the file, as for its key
   * @param key what {@link #newKey} gave, for this one file
   * @param to gets the sealed bytes
   * @return the stream to write to
   * @throws IOException if {@code to} refuses
   * @throws io.waxseal.account.VaultException if the owner was erased, or the key is damaged
   */
  OutputStream seal(Person owner, Context context, byte[] key, OutputStream to) throws IOException;

  /**
   * Opens a sealed file, chunk by chunk.
   *
   * @param owner whose the file is
   * @param context the place of the file, as for its key
   * @param key what {@link #newKey} gave
   * @param from the sealed bytes, closed with the stream
   * @return the content; reading it throws an {@link IOException} at the first chunk that is not genuine
   * @throws IOException if {@code from} refuses
   * @throws io.waxseal.account.VaultException if the owner was erased, the keys cannot be had now, or the key is damaged
   *     or another's
   */
  InputStream open(Person owner, Context context, byte[] key, InputStream from) throws IOException;
}
