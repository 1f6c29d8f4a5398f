package io.waxseal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** The lines of all customers in their order: those of a script, then those that are typed. */
final class Talk {
  /** How many looks without an answer end it once the input has ended: about a second. */
  private static final int QUIET = 10;

  private record Line(Conversation customer, String text) {}

  private final Map<String, Conversation> customers = new LinkedHashMap<>();
  private final Function<String, Conversation> begins;
  private final Queue<Line> script = new ArrayDeque<>();
  private final Queue<Line> typed = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;
  private boolean reads;
  private int quiet;

  /** Given how the conversation of a customer begins, by the phone number. */
  Talk(Function<String, Conversation> begins) {
    this.begins = begins;
  }

  Conversation joins(String phone) {
    return customers.computeIfAbsent(phone, begins);
  }

  /** Adds a line to the script. */
  void says(String phone, String line) {
    script.add(new Line(joins(phone), line));
  }

  /** Reads what a customer types until the input ends, on a thread of its own: reading cannot be interrupted. */
  void read(InputStream in, String phone) {
    Conversation customer = joins(phone);
    reads = true;
    Thread reader = new Thread(() -> lines(in, customer), "waxseal-prompt");
    reader.setDaemon(true);
    reader.start();
  }

  private void lines(InputStream in, Conversation customer) {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        typed.add(new Line(customer, line));
      }
    } catch (IOException e) {
      // the input is gone, which is its end
    }
    ended = true;
  }

  void look() {
    boolean news = false;
    for (Conversation customer : customers.values()) {
      news |= customer.look();
    }
    boolean atEnd = ended;
    Queue<Line> lines = script.isEmpty() ? typed : script;
    Line line = lines.peek();
    if (line != null && line.customer().say(line.text())) {
      lines.poll();
    }
    quiet = news || line != null || !atEnd ? 0 : quiet + 1;
  }

  /** Whether the input has ended and nothing more comes. */
  boolean over() {
    return reads && quiet >= QUIET;
  }
}
