package io.waxseal.cli;

import io.waxseal.account.InvalidSignatureException;
import io.waxseal.account.SecretSource;
import io.waxseal.account.Secrets;
import io.waxseal.webhook.SignatureVerifier;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells whether a captured body carries a signature that one of the given app secrets made. */
@Command(
    name = "verify",
    description = {
      "Checks the signature of one captured webhook body.",
      "The file must hold the raw body, byte for byte as it arrived: a body that was parsed and"
          + " written again is not valid any more."
    },
    exitCodeList = {
      "0:valid",
      "1:not valid",
      "2:wrong usage, a file that cannot be read, or an app secret with white space around it, a byte"
          + " order mark or a second line"
    },
    footer = {
      "Example:",
      "  waxseal webhook verify --secret-file app-secret --signature sha256=5d61... body.json"
    })
final class WebhookVerify implements Callable<Integer> {
  @Option(
      names = "--secret-file",
      required = true,
      paramLabel = "FILE",
      description =
          "A file with the app secret; one line break at its end is ignored, and"
              + " anything else around the secret is refused. May be repeated: one matching secret is enough.")
  @SuppressWarnings("NullAway.Init")
  private List<Path> secretFiles;

  @Option(
      names = "--signature",
      required = true,
      paramLabel = "VALUE",
      description =
          "The value of the header X-Hub-Signature-256: sha256= and 64 hexadecimal" + " digits.")
  @SuppressWarnings("NullAway.Init")
  private String signature;

  @Parameters(paramLabel = "PATH", description = "The body, or - for standard input.")
  @SuppressWarnings("NullAway.Init")
  private Path path;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Bodies bodies;

  WebhookVerify(Bodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public Integer call() {
    boolean valid = valid(bodies.read(path));
    spec.commandLine().getOut().println(valid ? "valid" : "not valid");
    return valid ? 0 : 1;
  }

  private boolean valid(byte[] body) {
    SecretSource[] secrets = secretFiles.stream()
        .map(file -> Secrets.credential("the app secret in " + file, Secrets.file(file)))
        .map(Secrets::fixed)
        .toArray(SecretSource[]::new);
    try {
      SignatureVerifier.withSecrets(secrets).verify(body, signature.strip());
      return true;
    } catch (InvalidSignatureException e) {
      return false;
    }
  }
}
