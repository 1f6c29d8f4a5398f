package io.waxseal.audit;

/** Signs checkpoints with Ed25519 (RFC 8032). Thread-safe. */
interface CheckpointSigner {
  /** {@return the public key, 32 bytes} */
  byte[] publicKey();

  /**
   * Signs.
   *
   * @param message the text of a checkpoint
   * @return the signature, 64 bytes
   */
  byte[] sign(byte[] message);
}
