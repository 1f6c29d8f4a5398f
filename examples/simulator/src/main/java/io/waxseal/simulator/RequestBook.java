package io.waxseal.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the newest requests and counts all. */
final class RequestBook {
  private final Deque<ReceivedRequest> newest = new ArrayDeque<>();
  private final int limit;
  private long count;

  RequestBook(int limit) {
    this.limit = limit;
  }

  synchronized void add(ReceivedRequest request) {
    count++;
    newest.add(request);
    if (newest.size() > limit) {
      newest.remove();
    }
  }

  synchronized long count() {
    return count;
  }

  synchronized RequestLog log() {
    return new RequestLog(List.copyOf(newest));
  }

  synchronized void forgetAll() {
    newest.clear();
    count = 0;
  }
}
