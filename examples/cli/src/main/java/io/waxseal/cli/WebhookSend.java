package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Secret;
import io.waxseal.account.SecretAccess;
import io.waxseal.account.Secrets;
import io.waxseal.simulator.SignedWebhook;
import io.waxseal.simulator.Simulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Delivers one signed webhook to an endpoint of one's own, as Meta does, to see whether it is taken. */
@Command(
    name = "send",
    description = {
      "Delivers one webhook to an endpoint of your own, signed with your app secret as Meta signs.",
      "Without a file it is a text of a made-up customer; its answer, if there is one, goes to no real"
          + " number. With a file it is that body, byte for byte.",
      "The endpoint is https, or http on this machine. No redirect is followed."
    },
    exitCodeList = {
      "0:the endpoint answered 200",
      "1:the endpoint answered something else, which is printed",
      "2:wrong usage, an unreadable file or secret, or no connection"
    },
    footer = {
      "Examples:",
      "  waxseal webhook send --secret-file app-secret http://localhost:8080/webhook",
      "  waxseal webhook send --secret-file app-secret --body captured.json https://shop.example/webhook"
    })
final class WebhookSend implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String CUSTOMER = "16505550100";

  @Option(
      names = "--secret-file",
      required = true,
      paramLabel = "FILE",
      description = "A file or pipe with the app secret; one line break at its end is ignored.")
  @SuppressWarnings("NullAway.Init")
  private Path secretFile;

  @Option(
      names = "--body",
      paramLabel = "PATH",
      description = "The body to send instead of a text, or - for standard input.")
  private @Nullable Path body;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      defaultValue = "Hello from waxseal webhook send",
      description = "What the made-up customer writes. Default: ${DEFAULT-VALUE}")
  @SuppressWarnings("NullAway.Init")
  private String text;

  @Option(
      names = "--phone-number-id",
      paramLabel = "ID",
      defaultValue = "106540352242922",
      description = "Meta's id of the business number it is for. Default: ${DEFAULT-VALUE}")
  @SuppressWarnings("NullAway.Init")
  private String phoneNumberId;

  @Option(
      names = "--waba-id",
      paramLabel = "ID",
      defaultValue = "102290129340398",
      description = "The id of the business account it is for. Default: ${DEFAULT-VALUE}")
  @SuppressWarnings("NullAway.Init")
  private String wabaId;

  @Parameters(paramLabel = "URL", description = "Where your webhooks arrive.")
  @SuppressWarnings("NullAway.Init")
  private URI endpoint;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Bodies bodies;

  WebhookSend(Bodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public Integer call() {
    requireOwn(endpoint);
    String secret = secret();
    byte[] content = body == null ? made(secret) : bodies.read(body);
    int status = deliver(content, "sha256=" + signature(secret, content));
    spec.commandLine().getOut().println("answered " + status);
    return status == 200 ? 0 : 1;
  }

  /** The secret signs what anybody could replay, so it goes to nobody who listens on the way. */
  private static void requireOwn(URI endpoint) {
    boolean https = "https".equalsIgnoreCase(endpoint.getScheme());
    boolean http = "http".equalsIgnoreCase(endpoint.getScheme());
    if (endpoint.getHost() == null || endpoint.getRawUserInfo() != null || !(https || http)) {
      throw new CliException(
          "the endpoint is an https address, or an http address on this machine");
    }
    if (http && !isHere(endpoint.getHost())) {
      throw new CliException("the endpoint is on another machine, so it has to be https");
    }
  }

  private static boolean isHere(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private String secret() {
    Secret secret = Secrets.credential("the app secret in " + secretFile, Secrets.file(secretFile));
    return secret.text(SecretAccess.granted());
  }

  private byte[] made(String secret) {
    try (Simulator meta = Simulator.builder()
        .accessToken("no token is needed to sign")
        .appSecret(secret)
        .phoneNumberId(phoneNumberId)
        .wabaId(wabaId)
        .start()) {
      SignedWebhook webhook = meta.person(CUSTOMER).writes(text);
      return webhook.body();
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()));
    }
  }

  private static String signature(String secret, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(content));
    } catch (GeneralSecurityException e) {
      throw new CliException("this Java platform lacks HmacSHA256");
    }
  }

  private int deliver(byte[] content, String signature) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(LONGEST).build();
    HttpRequest request = HttpRequest.newBuilder(endpoint)
        .timeout(LONGEST)
        .header("Content-Type", "application/json")
        .header("X-Hub-Signature-256", signature)
        .POST(HttpRequest.BodyPublishers.ofByteArray(content))
        .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new CliException(
          "no answer came from the endpoint (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException("it was interrupted");
    }
  }
}
