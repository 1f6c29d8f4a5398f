package io.waxseal.graph.media;

import io.waxseal.account.Account;
import io.waxseal.account.ApiException;
import io.waxseal.account.DeliveryException;
import io.waxseal.account.RefusedException;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.http.Download;
import io.waxseal.internal.http.DownloadRoad;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches a file: asks Meta's node for its address, goes there, checks what comes. Whatever fails is a {@link
 * RefusedException}, an {@link ApiException} or a {@link DeliveryException}; what was written until then is worth
 * nothing.
 *
 * <p>Threat: an address that a forged event or a changed answer names cannot make it show the token to a stranger, nor ask
 * anything inside the host's network. It never uses the address in an event.
 */
final class Fetch {
  private static final int MOST_REDIRECTS = 3;
  private static final int GONE = 404;

  private final MediaNodes nodes;
  private final DownloadRoad road;
  private final MediaHosts hosts;
  private final MediaPolicy policy;

  Fetch(MediaNodes nodes, DownloadRoad road, MediaHosts hosts, MediaPolicy policy) {
    this.nodes = nodes;
    this.road = road;
    this.hosts = hosts;
    this.policy = policy;
  }

  /** What was fetched: its claimed type, and what was counted. */
  record Fetched(String mimeType, Intake.Taken taken) {}

  Fetched fetch(Account account, MediaReference what, OutputStream to) {
    long deadline = System.nanoTime() + policy.within().toNanos();
    Optional<Fetched> fetched = attempt(account, what, deadline, to);
    // an address is good for minutes only; the node gives a new one
    return fetched
        .or(() -> attempt(account, what, deadline, to))
        .orElseThrow(MediaRefusal.EXPIRED::exception);
  }

  /** Empty if the address had expired, in which case nothing was written. */
  private Optional<Fetched> attempt(
      Account account, MediaReference what, long deadline, OutputStream to) {
    MediaNodes.Node node = nodes.find(account, what.id());
    try (Download answer = follow(account, node.address(), deadline)) {
      if (answer.status() == GONE) {
        return Optional.empty();
      }
      if (answer.status() != 200) {
        throw new ApiException(answer.status(), 0, "", answer.status() >= 500);
      }
      return Optional.of(take(what, node.metadata(), answer, to));
    } catch (IOException e) {
      throw DownloadRoad.notPublic(e) ? MediaRefusal.ADDRESS.exception() : lost(deadline);
    }
  }

  private static DeliveryException lost(long deadline) {
    return new DeliveryException(
        System.nanoTime() >= deadline
            ? "the file did not arrive in time; see MediaPolicy.within"
            : "the file did not arrive: the connection broke, or this disk refused; try again",
        false);
  }

  private Download follow(Account account, String first, long deadline) throws IOException {
    URI address = MediaHosts.address(first)
        .filter(hosts::seesToken)
        .orElseThrow(MediaRefusal.HOST::exception);
    Download answer = road.open(address, Optional.of(account), left(deadline));
    for (int redirects = 0; isRedirect(answer); redirects++) {
      Optional<String> location = answer.header("Location");
      answer.close();
      if (redirects == MOST_REDIRECTS) {
        throw MediaRefusal.REDIRECT.exception();
      }
      address = location
          .flatMap(MediaHosts::address)
          .map(address::resolve)
          .filter(hosts::followed)
          .orElseThrow(MediaRefusal.REDIRECT::exception);
      answer = road.open(address, Optional.empty(), left(deadline));
    }
    return answer;
  }

  private static boolean isRedirect(Download answer) {
    return answer.status() >= 300 && answer.status() < 400;
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  private Fetched take(MediaReference what, MediaMetadata node, Download answer, OutputStream to)
      throws IOException {
    if (!answer.header("Content-Encoding").orElse("identity").equalsIgnoreCase("identity")) {
      throw MediaRefusal.ENCODED.exception();
    }
    String mimeType = what.mimeType().orElse(node.mimeType());
    long limit = policy.limitOf(mimeType);
    long most = node.size() < 0 ? limit : Math.min(limit, node.size());
    if (node.size() > limit || answer.length() > most) {
      throw MediaRefusal.TOO_LARGE.exception();
    }
    Intake.Taken taken =
        new Intake(most, List.of(mimeType, node.mimeType())).run(answer.body(), to);
    if (node.size() >= 0 && taken.size() < node.size()) {
      throw MediaRefusal.TRUNCATED.exception();
    }
    compare(what, node, taken);
    return new Fetched(mimeType, taken);
  }

  /** Both are compared: an event is signed, a node is fresh. */
  private static void compare(MediaReference what, MediaMetadata node, Intake.Taken taken) {
    List<String> announced = new ArrayList<>();
    what.sha256().ifPresent(announced::add);
    node.sha256().ifPresent(announced::add);
    boolean same = announced.stream()
        .allMatch(text -> Sha256.parse(text)
            .filter(digest -> Digests.equal(digest, taken.sha256()))
            .isPresent());
    if (announced.isEmpty() || !same) {
      throw MediaRefusal.DIGEST.exception();
    }
  }
}
