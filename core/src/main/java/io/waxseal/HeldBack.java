package io.waxseal;

import io.waxseal.account.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the events that were held back in this process, because no app secret of their own account confirmed them. Each
 * delivery counts. Thread-safe.
 */
final class HeldBack {
  private static final Duration LATELY = Duration.ofHours(1);

  /** By minute and by the id of the account's number. */
  private final TreeMap<Instant, Map<String, Long>> minutes = new TreeMap<>();

  private long total;

  synchronized void add(Map<Account, Integer> events, Instant at) {
    forget(at);
    Map<String, Long> minute =
        minutes.computeIfAbsent(at.truncatedTo(ChronoUnit.MINUTES), start -> new HashMap<>());
    events.forEach((account, count) -> {
      minute.merge(account.phoneNumberId().value(), (long) count, Long::sum);
      total += count;
    });
  }

  /** {@return since the start} */
  synchronized long total() {
    return total;
  }

  /** {@return in the last hour, by the id of the account's number, in order} */
  synchronized Map<String, Long> lately(Instant now) {
    forget(now);
    Map<String, Long> sums = new TreeMap<>();
    minutes.values().stream()
        .map(Map::entrySet)
        .flatMap(Collection::stream)
        .forEach(count -> sums.merge(count.getKey(), count.getValue(), Long::sum));
    return sums;
  }

  private void forget(Instant now) {
    minutes.headMap(now.minus(LATELY).truncatedTo(ChronoUnit.MINUTES)).clear();
  }
}
