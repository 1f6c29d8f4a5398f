package io.waxseal.redaction;

import io.waxseal.guard.Wiring;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a redactor was joined to: nothing at first, then vault and tokens of one WhatsApp. Filters see it at once. */
final class Joined {

  private volatile @Nullable Wiring wiring;
  private volatile @Nullable TokenStore tokens;

  /** A second time only with the same database, since a pseudonym or token of one means nothing in another. */
  synchronized void join(Wiring other, boolean withTokens) {
    Wiring before = wiring;
    if (before != null && before.database() != other.database()) {
      throw new IllegalStateException(
          "a redactor whose policy has pseudonyms or tokens belongs to one database; build another");
    }
    if (withTokens) {
      tokens = new TokenStore(other);
    }
    wiring = other;
  }

  Optional<Wiring> wiring() {
    return Optional.ofNullable(wiring);
  }

  Optional<TokenStore> tokens() {
    return Optional.ofNullable(tokens);
  }
}
