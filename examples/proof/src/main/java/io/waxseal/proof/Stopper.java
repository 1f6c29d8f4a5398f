package io.waxseal.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.waxseal.proof.StopWatch.Stopped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;

/** A second process of the business, in which the stops arrive. */
final class Stopper {
  private Stopper() {}

  /**
   * Stops whom standard input names, until it ends.
   *
   * @param args the store's address, Meta's
   * @throws IOException if standard input cannot be read
   */
  public static void main(String[] args) throws IOException {
    Voice voice = Voice.standard();
    StopWatch watch = new StopWatch();
    Shop shop = new Shop(
        new Pool(args[0], watch),
        Shop.Outside.of(URI.create(args[1]), Clock.systemUTC(), new OkHttpClient()));
    ExecutorService threads = Executors.newCachedThreadPool();
    voice.say("ready");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("clock")) {
        voice.say("clock " + System.nanoTime());
      } else {
        String[] parts = line.split(" ", -1);
        threads.execute(() -> voice.say(stop(shop, watch, parts[0], Long.parseLong(parts[1]))));
      }
    }
    System.exit(0);
  }

  private static String stop(Shop shop, StopWatch watch, String number, long at) {
    try {
      Stopped stopped = watch.stop(shop, number, at);
      return "stopped " + number + " " + stopped.called() + " " + stopped.acknowledged() + " "
          + stopped.looks();
    } catch (RuntimeException e) {
      return "failed " + number + " " + e.getClass().getName();
    }
  }
}
