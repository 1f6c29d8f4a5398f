package io.waxseal.person;

import io.waxseal.account.VaultException;
import java.time.Instant;

/** What came of opening a sealed record. It never stands for nothing: an erased record says that it was erased. */
public sealed interface Opened {
  /**
   * The content, for callers to whom anything else is an error.
   *
   * @return the bytes
   * @throws VaultException if the record is erased or unavailable
   */
  byte[] orThrow();

  /** The content. */
  final class Plain implements Opened {
    private final byte[] bytes;

    /**
     * Holds the content.
     *
     * @param bytes the content, not copied
     */
    public Plain(byte[] bytes) {
      this.bytes = bytes;
    }

    /** {@return the content, not copied} */
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public byte[] orThrow() {
      return bytes;
    }

    @Override
    public String toString() {
      return "Plain[" + bytes.length + " bytes]";
    }
  }

  /**
   * The person's key was destroyed, and with it the content.
   *
   * @param at when the key was destroyed
   */
  record Erased(Instant at) implements Opened {
    @Override
    public byte[] orThrow() {
      throw new VaultException(
          "the record belongs to a person who was erased; nothing can open it");
    }
  }

  /**
   * The key cannot be had now; later it may.
   *
   * @param why which rule broke and what to do
   */
  record Unavailable(String why) implements Opened {
    @Override
    public byte[] orThrow() {
      throw new VaultException(why);
    }
  }
}
