package io.waxseal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.Erasure;
import io.waxseal.account.Because;
import io.waxseal.account.Tenant;
import io.waxseal.account.WaxsealException;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.proof.Point.Corridor;
import io.waxseal.send.Accepted;
import io.waxseal.send.SendResult;
import io.waxseal.webhook.Received;
import io.waxseal.webhook.TextReceived;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;

/**
 * The process that is killed: five threads walk both corridors over one store, and say before each step what they try and
 * after it what was acknowledged.
 */
final class Victim {
  /** The count of handled events, beside the corridors' counts of commits. */
  static final String HANDLED = "HANDLED";

  private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Voice voice;
  private final Fuse fuse;
  private final Variant variant;
  private final Shop shop;

  private Victim(Voice voice, Fuse fuse, Variant variant, Shop shop) {
    this.voice = voice;
    this.fuse = fuse;
    this.variant = variant;
    this.shop = shop;
  }

  /**
   * Lives until it is killed; or, if told to end, until the script is through.
   *
   * @param args the store's address, Meta's, the clock's shift in milliseconds, the variant, the point, the script, and
   *     {@code end} if it is to end by itself
   * @throws IOException if the script cannot be read
   */
  public static void main(String[] args) throws IOException {
    Voice voice = Voice.standard();
    voice.say("up");
    Fuse fuse = new Fuse(Point.parse(args[4]), voice);
    Variant variant = Variant.valueOf(args[3]);
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMillis(Long.parseLong(args[2])));
    Shop.Outside outside = Shop.Outside.of(URI.create(args[1]), clock, new OkHttpClient());
    Victim[] victim = new Victim[1];
    Shop shop = new Shop(
        new Pool(args[0], fuse),
        outside.handler((message, received) -> victim[0].handle(message, received)));
    victim[0] = new Victim(voice, fuse, variant, shop);
    voice.say("ready");
    victim[0].live(Script.read(Files.readAllLines(Path.of(args[5]))), args.length > 6);
  }

  private void live(Script script, boolean end) {
    List<Thread> threads = List.of(
        thread(Corridor.IN, () -> script.of(Corridor.IN).forEach(this::receive)),
        thread(Corridor.OUT, () -> script.of(Corridor.OUT).forEach(this::grantAndSend)),
        thread(Corridor.CONSENT, () -> script.of(Corridor.CONSENT).forEach(this::grantAndStop)),
        thread(Corridor.ERASE, () -> script.of(Corridor.ERASE).forEach(this::receiveAndErase)));
    Thread work = thread(Corridor.WORK, this::work);
    threads.forEach(Victim::await);
    StringBuilder counts = new StringBuilder("done");
    for (Corridor corridor : Corridor.values()) {
      counts.append(' ').append(corridor).append('=').append(fuse.commits(corridor));
    }
    voice.say(counts.append(' ' + HANDLED + '=').append(fuse.handled()).toString());
    if (end) {
      System.exit(0);
    }
    await(work);
  }

  /** Daemons, so that a failure in one ends the process and is seen, and not its siblings' going on. */
  private Thread thread(Corridor corridor, Runnable body) {
    Thread thread = new Thread(body, corridor.name());
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((failed, e) -> {
      voice.say("broken " + failed.getName() + " " + e.getClass().getName());
      Runtime.getRuntime().halt(3);
    });
    thread.start();
    return thread;
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    while (true) {
      try {
        shop.whatsapp().work();
      } catch (WaxsealException e) {
        voice.say("refused work now");
      }
      LockSupport.parkNanos(BREATH_NANOS);
    }
  }

  private void handle(TextReceived message, Received received) {
    if (variant.handle(shop, message, received)) {
      fuse.handling();
    }
    voice.say("ack seen " + Script.key(Variant.number(received), message.text()));
  }

  /** Says what is tried, does it, and says what to; or, as a control, says so first. */
  private void step(String what, Step step) {
    voice.say("try " + what);
    if (variant == Variant.EARLY) {
      voice.say("ack " + what);
    }
    String answer = taken(step);
    if (variant != Variant.EARLY && !answer.equals(Step.NO)) {
      voice.say("ack " + what + answer);
    } else if (answer.equals(Step.NO)) {
      voice.say("refused " + what);
    }
  }

  /** A store that is too busy acknowledges nothing, and promises nothing. */
  private static String taken(Step step) {
    try {
      return step.take();
    } catch (WaxsealException e) {
      return Step.NO;
    }
  }

  @FunctionalInterface
  private interface Step {
    String NO = "no";
    String YES = "";

    /** {@return {@link #NO} if it was not acknowledged, else what to add to the acknowledgement} */
    String take();
  }

  private void receive(Script.Line line) {
    step("in " + line.key(), () -> {
      int status =
          shop.whatsapp().receive(line.body(), name -> line.signature()).status();
      return status == 200 ? Step.YES : Step.NO;
    });
  }

  private void grant(String number) {
    step("grant " + number, () -> {
      shop.grant(number);
      return Step.YES;
    });
  }

  private void grantAndSend(Script.Line line) {
    String number = line.key();
    grant(number);
    step("send " + number, () -> {
      SendResult result = shop.offer(number);
      return result instanceof Accepted accepted
          ? " " + accepted.receipt().transmission()
          : Step.NO;
    });
  }

  private void grantAndStop(Script.Line line) {
    String number = line.key();
    grant(number);
    step("stop " + number, () -> {
      shop.stop(number);
      return Step.YES;
    });
    if (line.resumes()) {
      step("resume " + number, () -> {
        shop.resume(number);
        return Step.YES;
      });
    }
  }

  private void receiveAndErase(Script.Line line) {
    receive(line);
    try {
      erase(line);
    } catch (WaxsealException e) {
      voice.say("refused copy " + line.number());
    }
  }

  private void erase(Script.Line line) {
    Optional<Person> found =
        shop.whatsapp().people().find(Tenant.DEFAULT, Set.of(Shop.phone(line.number())));
    if (found.isPresent()) {
      erase(line.number(), found.get());
    }
  }

  private void erase(String number, Person person) {
    UUID record = UUID.randomUUID();
    byte[] sealed = shop.vault().seal(person, context(record), "a secret".getBytes(UTF_8));
    String copy = Base64.getEncoder().encodeToString(sealed);
    step(
        "erase " + String.join(" ", number, person.id().toString(), record.toString(), copy),
        () -> {
          Erasure erasure = shop.whatsapp().erase(person, Because.request("DSR-17"));
          return erasure.incomplete().isEmpty() ? Step.YES : Step.NO;
        });
  }

  static Context context(UUID record) {
    return Context.of(RecordKind.MESSAGE, "proof_copy", record, "sealed");
  }
}
