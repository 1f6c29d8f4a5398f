package io.waxseal.cli;

import io.waxseal.account.SecretAccess;
import io.waxseal.account.Secrets;
import io.waxseal.simulator.Failure;
import io.waxseal.simulator.Limits;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.simulator.Simulator;
import io.waxseal.simulator.Turbulence;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a simulated Cloud API until the process is stopped or the thread interrupted. */
@Command(
    name = "simulate",
    description = {
      "Runs a WhatsApp Cloud API on the loopback address until it is stopped.",
      "Prints where it listens and a line for each message it accepted: type and size, never text or"
          + " number. With --callback, each accepted message is followed by its signed status webhooks"
          + " sent, delivered and read, each delivered again until it is answered with 200.",
      "A FAILURE is " + FailureConverter.WORDS + ".",
      "A script has one line for each thing that a customer says, such as 'customer 16505551234 says"
          + " Hi', or that is to go wrong, such as 'next 3 131056', 'template"
          + " spring_offer always 132015' or 'customer 16505551234 always status:131026'; a number is"
          + " named with 'number ID'.",
      "At a terminal, or with --prompt, you write as the customer: a line is a text, a number taps a"
          + " button, :help tells the rest. What the business answers is shown, and Ctrl-D ends it.",
      "For tests: it keeps what it accepted in memory. Give it a made-up token and secret, never real"
          + " ones."
    },
    exitCodeList = {
      "2:wrong usage, or it cannot listen on the port",
      "130:it was stopped with Ctrl-C (143 if it was terminated)"
    },
    footer = {
      "Example:",
      "  waxseal simulate --port 8085 --token-file token --app-secret-file secret \\",
      "      --callback http://localhost:8080/webhook --duplicate 0.5 --reorder --seed 7"
    })
final class Simulate implements Callable<Integer> {
  private static final long POLL_MILLISECONDS = 100;

  private final Bodies bodies;

  Simulate(Bodies bodies) {
    this.bodies = bodies;
  }

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "The TCP port; any free one unless given.")
  private int port;

  @Option(
      names = "--callback",
      paramLabel = "URL",
      description = "Where the webhooks go; none are sent unless given.")
  private @Nullable URI callback;

  @Option(
      names = "--container",
      description = "Takes a callback under a container's name, such as"
          + " http://host.docker.internal:8080/webhook.")
  private boolean container;

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description = "A file with the access token that clients must send.")
  @SuppressWarnings("NullAway.Init")
  private Path tokenFile;

  @Option(
      names = "--app-secret-file",
      required = true,
      paramLabel = "FILE",
      description = "A file with the app secret: for the appsecret_proof and to sign webhooks.")
  @SuppressWarnings("NullAway.Init")
  private Path appSecretFile;

  @Option(
      names = "--phone-number-id",
      paramLabel = "ID",
      defaultValue = "106540352242922",
      description = "The business number that can send. Default: ${DEFAULT-VALUE}")
  @SuppressWarnings("NullAway.Init")
  private String phoneNumberId;

  @Option(
      names = "--waba-id",
      paramLabel = "ID",
      defaultValue = "102290129340398",
      description = "Its WhatsApp Business account. Default: ${DEFAULT-VALUE}")
  @SuppressWarnings("NullAway.Init")
  private String wabaId;

  @Option(
      names = "--verify-token-file",
      paramLabel = "FILE",
      description = "A file with the verify token; with it, the callback must pass the handshake"
          + " before the first webhook.")
  private @Nullable Path verifyTokenFile;

  @Option(
      names = "--fail-next",
      paramLabel = "FAILURE",
      split = ",",
      converter = FailureConverter.class,
      description = "What goes wrong with the first messages, in this order.")
  private List<Failure> failures = List.of();

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "A file that says what goes wrong with which messages.")
  private @Nullable Path script;

  @Option(
      names = "--limits",
      description = "Enforces Meta's documented limits: 80 messages a second, 1 in 6 seconds to one"
          + " customer.")
  private boolean limits;

  @Option(names = "--throughput", paramLabel = "N", description = "Enforces N messages a second.")
  private @Nullable Integer throughput;

  @Option(
      names = "--duplicate",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "The share of webhooks delivered twice, 0 to 1.")
  private double duplicate;

  @Option(
      names = "--drop",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "The share of webhooks never delivered, 0 to 1.")
  private double drop;

  @Option(names = "--reorder", description = "Delivers the webhooks of a message in any order.")
  private boolean reorder;

  @Option(
      names = "--delay",
      paramLabel = "DURATION",
      defaultValue = "PT0S",
      description = "Delivers each webhook up to so much later, such as PT5S.")
  @SuppressWarnings("NullAway.Init")
  private Duration delay;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "1",
      description = "Puts up to N webhooks of a message into one body.")
  private int batch;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Decides what happens to which webhook; the same seed does the same again.")
  private long seed;

  @Option(names = "--requests", description = "Prints a line for each request that is answered.")
  private boolean requests;

  @Option(
      names = "--prompt",
      description = "Lets you write as the customer even where standard input is no terminal; at a"
          + " terminal with --callback that is the default. Prints texts.")
  private boolean prompt;

  @Option(
      names = "--customer",
      paramLabel = "NUMBER",
      defaultValue = "16505551234",
      description = "The number of the customer you write as. Default: ${DEFAULT-VALUE}")
  @SuppressWarnings("NullAway.Init")
  private String customer;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ScriptFile lines = script == null ? ScriptFile.empty() : ScriptFile.read(script);
    turbulence(0);
    if (callback == null && (prompt || !lines.sayings().isEmpty())) {
      throw new CliException("what a customer says needs --callback, the address it goes to");
    }
    boolean asks = prompt || (bodies.terminal() && callback != null);
    try (Simulator simulator = start()) {
      failures.forEach(simulator::failNext);
      play(lines, simulator);
      Talk talk = talk(simulator, lines.sayings(), asks);
      out.println("listening on " + simulator.endpoint());
      PrintWriter lesser = out;
      if (asks) {
        out.println("write as the customer; a number taps a button, :help tells more, Ctrl-D ends");
        talk.read(bodies.standardInput(), customer);
        lesser = new PrintWriter(Writer.nullWriter());
      }
      follow(new Follower(simulator, requests, callback != null, this::turbulence, lesser), talk);
    }
    return 0;
  }

  private Turbulence turbulence(long message) {
    try {
      Turbulence turbulence = Turbulence.seeded(seed + message)
          .duplicating(duplicate)
          .dropping(drop)
          .delayingUpTo(delay)
          .batchingUpTo(batch);
      return reorder ? turbulence.reordering() : turbulence;
    } catch (IllegalArgumentException e) {
      throw new CliException(
          "--duplicate, --drop, --delay or --batch is out of range: " + e.getMessage());
    }
  }

  private static void play(ScriptFile lines, Simulator simulator) {
    try {
      lines.play(simulator);
    } catch (IllegalArgumentException e) {
      throw new CliException("the script cannot be played: " + e.getMessage());
    }
  }

  private Simulator start() {
    try {
      Simulator.Builder builder = Simulator.builder()
          .port(port)
          .accessToken(content(tokenFile))
          .appSecret(content(appSecretFile))
          .phoneNumberId(phoneNumberId)
          .wabaId(wabaId)
          .limits(limits());
      if (verifyTokenFile != null) {
        builder.verifyToken(content(verifyTokenFile));
      }
      if (callback != null) {
        if (container) {
          builder.containerCallback(callback);
        } else {
          builder.callback(callback);
        }
      }
      return builder.start();
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      throw new CliException(
          "the simulator cannot listen on port " + port + "; choose another with --port");
    }
  }

  private Limits limits() {
    Limits chosen = limits ? Limits.documented() : Limits.none();
    return throughput == null ? chosen : chosen.throughput(throughput);
  }

  private static String content(Path file) {
    return Secrets.credential("the secret in " + file, Secrets.file(file))
        .text(SecretAccess.granted());
  }

  /** A script alone prints no texts. */
  private Talk talk(Simulator simulator, List<ScriptFile.Saying> sayings, boolean asks) {
    PrintWriter out = asks ? spec.commandLine().getOut() : new PrintWriter(Writer.nullWriter());
    Talk talk = new Talk(phone -> new Conversation(
        simulator, simulator.number(phoneNumberId), person(simulator, phone), out));
    sayings.forEach(saying -> talk.says(saying.customer(), saying.line()));
    if (asks) {
      talk.joins(customer);
    }
    return talk;
  }

  private static SimulatedPerson person(Simulator simulator, String phone) {
    try {
      return simulator.person(phone).named("Customer");
    } catch (IllegalArgumentException e) {
      throw new CliException("a customer's number is no phone number");
    }
  }

  private static void follow(Follower follower, Talk talk) {
    CountDownLatch never = new CountDownLatch(1);
    try {
      do {
        follower.look();
        talk.look();
      } while (!talk.over() && !never.await(POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
