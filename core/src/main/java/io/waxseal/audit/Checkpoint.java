package io.waxseal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.MalformedPayloadException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A signed statement of size and root of a trail at a time: a C2SP checkpoint ({@code tlog-checkpoint}) with one
 * extension line, the time. Immutable.
 */
public final class Checkpoint {
  private static final int LONGEST = 4_096;
  private static final String TIME = "time ";
  private static final String SIGNED = "\u2014 ";
  private static final int LINES = 6;

  private final String origin;
  private final long size;
  private final byte[] root;
  private final Instant at;
  private final String signer;
  private final byte[] signature;

  private Checkpoint(
      String origin, long size, byte[] root, Instant at, String signer, byte[] signature) {
    this.origin = origin;
    this.size = size;
    this.root = root;
    this.at = at;
    this.signer = signer;
    this.signature = signature;
  }

  static Checkpoint sign(
      String origin, MerkleTree tree, Instant at, VerifierKey key, CheckpointSigner signer) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    byte[] signed = signer.sign(text(origin, tree.size(), tree.root(), second).getBytes(UTF_8));
    byte[] id = key.id();
    byte[] signature = Arrays.copyOf(id, id.length + signed.length);
    System.arraycopy(signed, 0, signature, id.length, signed.length);
    return new Checkpoint(origin, tree.size(), tree.root(), second, key.name(), signature);
  }

  /**
   * Reads a checkpoint.
   *
   * @param note the text, as {@link #note} writes it
   * @return the checkpoint; its signature is not checked yet
   * @throws MalformedPayloadException if the text is not such a checkpoint
   */
  public static Checkpoint parse(String note) {
    List<String> lines = note.length() > LONGEST ? List.of() : List.of(note.split("\n", -1));
    boolean shape = lines.size() == LINES + 1
        && lines.get(3).startsWith(TIME)
        && lines.get(4).isEmpty()
        && lines.get(5).startsWith(SIGNED)
        && lines.get(6).isEmpty();
    if (!shape) {
      throw malformed();
    }
    String[] signature = lines.get(5).substring(SIGNED.length()).split(" ", -1);
    if (signature.length != 2) {
      throw malformed();
    }
    try {
      Checkpoint parsed = new Checkpoint(
          lines.get(0),
          Long.parseLong(lines.get(1)),
          Base64.getDecoder().decode(lines.get(2)),
          Instant.parse(lines.get(3).substring(TIME.length())),
          signature[0],
          Base64.getDecoder().decode(signature[1]));
      if (parsed.size < 0
          || parsed.root.length != MerkleTree.HASH_LENGTH
          || !parsed.note().equals(note)) {
        throw malformed();
      }
      return parsed;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw malformed();
    }
  }

  private static MalformedPayloadException malformed() {
    return new MalformedPayloadException(
        "a checkpoint", "a checkpoint is a C2SP signed note with a time");
  }

  /** {@return the name of the trail} */
  public String origin() {
    return origin;
  }

  /** {@return how many entries it covers} */
  public long size() {
    return size;
  }

  /** {@return the root of the tree over these entries, 64 hexadecimal digits} */
  public String root() {
    return HexFormat.of().formatHex(root);
  }

  /** {@return when it was signed, to the second} */
  public Instant at() {
    return at;
  }

  /** {@return the name of the key that signed it} */
  public String signer() {
    return signer;
  }

  /** {@return the text with its signature, as it is published} */
  public String note() {
    return text(origin, size, root, at) + "\n" + SIGNED + signer + " "
        + Base64.getEncoder().encodeToString(signature) + "\n";
  }

  /**
   * Checks the signature.
   *
   * @param key the public key to trust
   * @return whether this key signed exactly this checkpoint
   */
  public boolean signedBy(VerifierKey key) {
    byte[] id = key.id();
    return signature.length == id.length + Ed25519.SIGNATURE_LENGTH
        && signer.equals(key.name())
        && Arrays.equals(id, Arrays.copyOf(signature, id.length))
        && Ed25519.verify(
            key.publicKey(),
            text(origin, size, root, at).getBytes(UTF_8),
            Arrays.copyOfRange(signature, id.length, signature.length));
  }

  private static String text(String origin, long size, byte[] root, Instant at) {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n" + TIME + at
        + "\n";
  }

  @Override
  public String toString() {
    return "Checkpoint[" + origin + ", size " + size + ", root " + root() + "]";
  }
}
