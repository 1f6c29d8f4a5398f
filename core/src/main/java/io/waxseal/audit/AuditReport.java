package io.waxseal.audit;

import java.util.List;
import java.util.Optional;

/**
 * What reading a trail from its first to its last entry found.
 *
 * @param entries how many entries stand in the tree
 * @param root the root over them as computed now, 64 hexadecimal digits
 * @param checkpoint the newest signed checkpoint, if there is one
 * @param key the key the signatures were checked with, if there is one
 * @param keyFromTrail whether that key came from the trail itself, so that who wrote the trail could have replaced it
 * @param waiting how many entries are committed but not in the tree yet
 * @param problems what does not hold, in the order of the entries; at most 100 are listed
 */
public record AuditReport(
    long entries,
    String root,
    Optional<Checkpoint> checkpoint,
    Optional<VerifierKey> key,
    boolean keyFromTrail,
    long waiting,
    List<Problem> problems) {
  /**
   * Something that does not hold.
   *
   * @param entry the entry's index from 0, if it is one entry's
   * @param rule the rule that broke
   */
  public record Problem(Optional<Long> entry, String rule) {
    @Override
    public String toString() {
      return entry.map(index -> "entry " + index + ": ").orElse("") + rule;
    }
  }

  /** {@return whether nothing was found that does not hold} */
  public boolean intact() {
    return problems.isEmpty();
  }
}
