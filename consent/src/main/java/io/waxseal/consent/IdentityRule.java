package io.waxseal.consent;

import io.waxseal.message.Purpose;
import io.waxseal.send.Allowed;
import io.waxseal.send.Reason;
import io.waxseal.send.SendRequest;
import io.waxseal.send.SendRule;
import io.waxseal.send.Stage;
import io.waxseal.send.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message of a sensitive purpose carries the hash of the identity key that was seen last, so that Meta delivers it to that
 * key or not at all. If the key is another than the one relied on, none goes out until somebody made sure who it is.
 */
final class IdentityRule implements SendRule {
  /** Meta's code for a message to another identity key than the one it names. Source: Meta, Cloud API, error codes. */
  static final int KEY_IS_ANOTHER = 137000;

  private final Parts parts;
  private final Set<String> sensitive;

  IdentityRule(Parts parts, Set<String> sensitive) {
    this.parts = parts;
    this.sensitive = Set.copyOf(sensitive);
  }

  @Override
  public Stage stage() {
    return Stage.IDENTITY;
  }

  @Override
  public Verdict check(SendRequest request) {
    Optional<Purpose> purpose = ConsentRule.purpose(parts, request);
    boolean asked = request.group().isEmpty()
        && purpose.isPresent()
        && sensitive.stream().anyMatch(purpose.get()::isWithin);
    if (!asked) {
      return Allowed.because(Reason.NO_OBJECTION);
    }
    IdentityFence fence = new IdentityFence(parts, request);
    List<IdentityKeys.Key> known = parts.wiring().database().inTransaction(fence::known);
    if (IdentityKeys.changed(known)) {
      return Refusals.of(ConsentReasons.IDENTITY_CHANGED);
    }
    return new IdentityKeys(parts.wiring())
        .hash(known)
        .map(hash -> Allowed.onlyIfIdentityIs(ConsentReasons.IDENTITY_PINNED, hash, fence))
        .orElseGet(() -> Allowed.behind(Reason.NO_OBJECTION, fence));
  }
}
