package io.waxseal.simulator;

import io.waxseal.simulator.Delivery.State;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Brings webhooks to callbacks, again and again where that was asked for, and keeps a log. */
final class Courier implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final SimulatedTime time;
  private final Ids ids;
  private final Executor executor;
  private final Duration callbackTimeout;
  private final Duration redeliverFor;
  private final int keepLast;
  private final Deque<Delivery> log = new ArrayDeque<>();
  private @Nullable CallbackClient client;
  private boolean closed;

  Courier(
      SimulatedTime time,
      Ids ids,
      Executor executor,
      Duration callbackTimeout,
      Duration redeliverFor,
      int keepLast) {
    this.time = time;
    this.ids = ids;
    this.executor = executor;
    this.callbackTimeout = callbackTimeout;
    this.redeliverFor = redeliverFor;
    this.keepLast = keepLast;
  }

  /** One attempt, whose failure is the caller's to see. */
  int once(SignedWebhook webhook) {
    subscribed(webhook.app());
    Delivery delivery = log(webhook);
    try {
      OptionalInt status = OptionalInt.of(post(webhook));
      delivery.attempted(time.instant(), status);
      return status.getAsInt();
    } catch (UncheckedIOException e) {
      delivery.attempted(time.instant(), OptionalInt.empty());
      throw e;
    } finally {
      if (delivery.state() != State.ACKNOWLEDGED) {
        delivery.end(State.GIVEN_UP);
      }
    }
  }

  Delivery later(Duration delay, SignedWebhook webhook) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay must not be negative");
    }
    return untilAcknowledged(List.of(new Turbulence.Planned(webhook, delay, false)))
        .get(0);
  }

  /** Puts deliveries on the agenda; what is due now is left to the caller to start. */
  List<Delivery> untilAcknowledged(List<Turbulence.Planned> plan) {
    plan.forEach(planned -> subscribed(planned.webhook().app()));
    List<Delivery> deliveries = new ArrayList<>();
    for (Turbulence.Planned planned : plan) {
      Delivery delivery = log(planned.webhook());
      deliveries.add(delivery);
      if (planned.dropped()) {
        delivery.end(State.DROPPED);
      } else {
        schedule(delivery, time.instant().plus(planned.delay()));
      }
    }
    return List.copyOf(deliveries);
  }

  boolean handshake(URI callback, String verifyToken) {
    return client().verify(callback, verifyToken, ids.challenge());
  }

  synchronized List<Delivery> deliveries() {
    return List.copyOf(log);
  }

  synchronized void forgetAll() {
    log.clear();
  }

  private void subscribed(SimulatedApp app) {
    client();
    app.requiredCallback();
    if (app.awaitsHandshake() && !app.subscribe()) {
      throw new IllegalStateException(
          "the callback of app " + app.name() + " did not pass the handshake");
    }
  }

  private int post(SignedWebhook webhook) {
    return client().deliver(webhook.app().requiredCallback(), webhook);
  }

  private synchronized Delivery log(SignedWebhook webhook) {
    Delivery delivery = new Delivery(webhook);
    log.add(delivery);
    if (log.size() > keepLast) {
      log.remove();
    }
    return delivery;
  }

  private void schedule(Delivery delivery, Instant at) {
    time.at(at, () -> attempt(delivery), () -> delivery.end(State.GIVEN_UP));
  }

  private void attempt(Delivery delivery) {
    OptionalInt status = OptionalInt.empty();
    try {
      subscribed(delivery.webhook().app());
      status = OptionalInt.of(post(delivery.webhook()));
    } catch (UncheckedIOException | IllegalStateException e) {
      // no answer; the next attempt may find the host well again
    }
    delivery.attempted(time.instant(), status);
    if (delivery.state() == State.WAITING) {
      again(delivery);
    }
  }

  private void again(Delivery delivery) {
    List<Delivery.Attempt> attempts = delivery.attempts();
    Duration pause = attempts.size() > 12
        ? LONGEST_PAUSE
        : FIRST_PAUSE.multipliedBy(1L << (attempts.size() - 1));
    Instant at = time.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    if (isClosed() || at.isAfter(attempts.get(0).at().plus(redeliverFor))) {
      delivery.end(State.GIVEN_UP);
    } else {
      schedule(delivery, at);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized CallbackClient client() {
    if (closed) {
      throw new IllegalStateException("the simulator is closed");
    }
    if (client == null) {
      client = new CallbackClient(callbackTimeout, executor);
    }
    return client;
  }

  @Override
  public synchronized void close() {
    closed = true;
    client = null;
  }
}
