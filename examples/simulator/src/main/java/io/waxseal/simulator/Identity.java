package io.waxseal.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is true of one human at WhatsApp, and what has passed between her and each business number. */
final class Identity {
  /** Meta shows the number of somebody with a username for so long after the number itself was used. */
  private static final Duration SHOWN_FOR = Duration.ofDays(30);

  private static final Duration ANSWERED_WITHIN = Duration.ofDays(1);
  private static final Duration FREE_FOR = Duration.ofDays(3);

  private final Map<String, Instant> phoneUsed = new HashMap<>();
  private final Map<String, Instant> cameFromAd = new HashMap<>();
  private final Map<String, Instant> freeUntil = new HashMap<>();
  private final Set<String> heldByAgent = new HashSet<>();
  private @Nullable Account account;
  private @Nullable String name;
  private @Nullable String username;
  private boolean enrolled;
  private int devices;

  synchronized @Nullable Account account() {
    return account;
  }

  /** Null when the number went to somebody else. */
  synchronized void account(@Nullable Account newest) {
    account = newest;
    if (newest != null) {
      phoneUsed.clear();
    }
  }

  synchronized @Nullable String name() {
    return name;
  }

  synchronized void name(String profileName) {
    name = profileName;
  }

  synchronized @Nullable String username() {
    return username;
  }

  synchronized void username(String adopted) {
    username = adopted;
  }

  synchronized boolean enrolled() {
    return enrolled;
  }

  synchronized void enroll() {
    enrolled = true;
  }

  synchronized int nextDevice() {
    return ++devices;
  }

  synchronized int device() {
    return devices;
  }

  synchronized boolean showsPhone(String numberId, Instant now) {
    Instant used = phoneUsed.get(numberId);
    return username == null || (used != null && now.isBefore(used.plus(SHOWN_FOR)));
  }

  synchronized void phoneUsed(String numberId, Instant now) {
    phoneUsed.put(numberId, now);
  }

  synchronized void phoneUnused() {
    phoneUsed.clear();
  }

  /** A message that began at an ad. */
  synchronized void cameFromAd(String numberId, Instant now) {
    cameFromAd.put(numberId, now);
  }

  /** Whether a message now is free: the first answer within a day opens 72 hours. */
  synchronized boolean answeredAd(String numberId, Instant now) {
    Instant came = cameFromAd.get(numberId);
    if (came != null && now.isBefore(came.plus(ANSWERED_WITHIN))) {
      cameFromAd.remove(numberId);
      freeUntil.put(numberId, now.plus(FREE_FOR));
    }
    Instant until = freeUntil.get(numberId);
    return until != null && now.isBefore(until);
  }

  synchronized boolean heldByAgent(String numberId) {
    return heldByAgent.contains(numberId);
  }

  synchronized void heldByAgent(String numberId, boolean held) {
    if (held) {
      heldByAgent.add(numberId);
    } else {
      heldByAgent.remove(numberId);
    }
  }
}
