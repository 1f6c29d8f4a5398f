package io.waxseal.cli;

import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.Delivery;
import io.waxseal.simulator.ReceivedRequest;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.Simulator;
import io.waxseal.simulator.Turbulence;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Prints what happens at a simulator, and lets the webhooks of each accepted message follow. */
final class Follower {
  private final Simulator simulator;
  private final boolean printRequests;
  private final boolean deliver;
  private final LongFunction<Turbulence> turbulence;
  private final PrintWriter out;
  private final Map<Delivery, Integer> waiting = new LinkedHashMap<>();
  private final List<ReceivedRequest> open = new ArrayList<>();
  private long requestsSeen;
  private int acceptedSeen;

  /** The turbulence is asked for anew for each message, by the message's number. */
  Follower(
      Simulator simulator,
      boolean printRequests,
      boolean deliver,
      LongFunction<Turbulence> turbulence,
      PrintWriter out) {
    this.simulator = simulator;
    this.printRequests = printRequests;
    this.deliver = deliver;
    this.turbulence = turbulence;
    this.out = out;
  }

  void look() {
    if (printRequests) {
      requests();
    }
    List<AcceptedMessage> accepted = simulator.accepted();
    for (AcceptedMessage message : accepted.subList(acceptedSeen, accepted.size())) {
      out.println(message.acceptedAt() + " accepted " + message.type() + ", "
          + message.body().length + " bytes");
      acceptedSeen++;
      if (deliver) {
        webhooks(message);
      }
    }
    simulator.advance(Duration.ZERO);
    attempts();
  }

  /** A request is printed when it is answered; what never is, is not. */
  private void requests() {
    long received = simulator.requestsReceived();
    List<ReceivedRequest> kept = simulator.requests().all();
    long fresh = Math.min(received - requestsSeen, kept.size());
    open.addAll(kept.subList((int) (kept.size() - fresh), kept.size()));
    requestsSeen = received;
    for (Iterator<ReceivedRequest> left = open.iterator(); left.hasNext(); ) {
      ReceivedRequest request = left.next();
      if (request.answer().isPresent()) {
        out.println(request.receivedAt() + " request " + Printable.of(request.method()) + ", "
            + request.body().length + " bytes: answered " + request.answer().getAsInt());
        left.remove();
      }
    }
  }

  private void webhooks(AcceptedMessage message) {
    List<SignedWebhook> statuses = simulator.statuses(message.id());
    try {
      simulator
          .deliver(turbulence.apply(acceptedSeen), statuses)
          .forEach(delivery -> waiting.put(delivery, 0));
    } catch (UncheckedIOException e) {
      out.println("  the callback did not answer the handshake");
    } catch (IllegalStateException e) {
      out.println("  " + e.getMessage());
    }
  }

  private void attempts() {
    for (Iterator<Map.Entry<Delivery, Integer>> left = waiting.entrySet().iterator();
        left.hasNext(); ) {
      Map.Entry<Delivery, Integer> entry = left.next();
      Delivery delivery = entry.getKey();
      List<Delivery.Attempt> attempts = delivery.attempts();
      String webhook = "  webhook of " + delivery.webhook().body().length + " bytes: ";
      for (Delivery.Attempt attempt : attempts.subList(entry.getValue(), attempts.size())) {
        out.println(webhook
            + (attempt.status().isPresent()
                ? "answered " + attempt.status().getAsInt()
                : "the callback did not answer"));
      }
      entry.setValue(attempts.size());
      if (delivery.state() == Delivery.State.DROPPED) {
        out.println(webhook + "dropped");
      }
      if (delivery.state() != Delivery.State.WAITING) {
        left.remove();
      }
    }
  }
}
