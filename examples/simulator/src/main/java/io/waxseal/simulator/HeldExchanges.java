package io.waxseal.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;

/** Exchanges left without an answer. They occupy a connection each but no thread, and end with the simulator. */
final class HeldExchanges implements AutoCloseable {
  private final List<HttpExchange> exchanges = new ArrayList<>();
  private boolean closed;

  void hold(HttpExchange exchange) {
    synchronized (exchanges) {
      if (!closed) {
        exchanges.add(exchange);
        return;
      }
    }
    exchange.close();
  }

  @Override
  public void close() {
    List<HttpExchange> left;
    synchronized (exchanges) {
      closed = true;
      left = List.copyOf(exchanges);
      exchanges.clear();
    }
    left.forEach(HttpExchange::close);
  }
}
