package io.waxseal.cli;

import io.waxseal.account.SecretAccess;
import io.waxseal.account.Secrets;
import io.waxseal.simulator.AcceptedMessage;
import io.waxseal.simulator.Fault;
import io.waxseal.simulator.Simulator;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
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
          + " number. With --callback, each accepted message is followed by its signed webhooks sent"
          + " and delivered.",
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
      "      --callback http://localhost:8080/webhook"
    })
final class Simulate implements Callable<Integer> {
  private static final long POLL_MILLISECONDS = 100;
  private static final List<String> STATUSES = List.of("sent", "delivered");

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
      names = "--fail-next",
      paramLabel = "FAULT",
      split = ",",
      description = "Faults that strike the first sends, in this order: ${COMPLETION-CANDIDATES}")
  private List<Fault> faults = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Simulator simulator = start()) {
      faults.forEach(simulator::failNext);
      out.println("listening on " + simulator.endpoint());
      follow(simulator, out);
    }
    return 0;
  }

  private Simulator start() {
    try {
      Simulator.Builder builder = Simulator.builder()
          .port(port)
          .accessToken(content(tokenFile))
          .appSecret(content(appSecretFile))
          .phoneNumberId(phoneNumberId)
          .wabaId(wabaId);
      if (callback != null) {
        builder.callback(callback);
      }
      return builder.start();
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      throw new CliException(
          "the simulator cannot listen on port " + port + "; choose another with --port");
    }
  }

  private static String content(Path file) {
    return Secrets.file(file).secret().text(SecretAccess.granted());
  }

  private void follow(Simulator simulator, PrintWriter out) {
    CountDownLatch never = new CountDownLatch(1);
    int seen = 0;
    try {
      do {
        List<AcceptedMessage> accepted = simulator.accepted();
        for (AcceptedMessage message : accepted.subList(seen, accepted.size())) {
          report(simulator, message, out);
        }
        seen = accepted.size();
      } while (!never.await(POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(Simulator simulator, AcceptedMessage message, PrintWriter out) {
    out.println(message.acceptedAt() + " accepted " + message.type() + ", " + message.body().length
        + " bytes");
    if (callback != null) {
      for (String status : STATUSES) {
        out.println("  status " + status + ": " + deliver(simulator, message, status));
      }
    }
  }

  private static String deliver(Simulator simulator, AcceptedMessage message, String status) {
    try {
      return "answered " + simulator.deliver(simulator.status(message.id(), status));
    } catch (UncheckedIOException e) {
      return "the callback did not answer";
    }
  }
}
