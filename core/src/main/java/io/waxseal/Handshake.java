package io.waxseal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.SecretAccess;
import io.waxseal.account.SecretSource;
import io.waxseal.account.SecretUnavailableException;
import io.waxseal.account.Secrets;
import io.waxseal.internal.crypto.Digests;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the request by which Meta checks the callback address. */
final class Handshake {
  private static final Logger LOG = LoggerFactory.getLogger(Handshake.class);
  private static final Pattern CHALLENGE = Pattern.compile("[\\x21-\\x7e]{1,256}");

  private final Optional<SecretSource> verifyToken;

  Handshake(Optional<SecretSource> verifyToken) {
    this.verifyToken = verifyToken;
  }

  Reply answer(Function<String, @Nullable String> parameter) {
    String mode = parameter.apply("hub.mode");
    String token = parameter.apply("hub.verify_token");
    String challenge = parameter.apply("hub.challenge");
    if (!"subscribe".equals(mode)
        || token == null
        || challenge == null
        || !CHALLENGE.matcher(challenge).matches()) {
      return Reply.of(403, "refused");
    }
    try {
      return isVerifyToken(token) ? Reply.of(200, challenge) : Reply.of(403, "refused");
    } catch (SecretUnavailableException e) {
      LOG.error("a handshake could not be checked: {}", e.getMessage());
      return Reply.of(503, "try again later");
    }
  }

  private boolean isVerifyToken(String token) {
    return verifyToken
        .map(source -> Digests.equal(
            Secrets.credential("the verify token", source).bytes(SecretAccess.granted()),
            token.getBytes(UTF_8)))
        .orElse(false);
  }
}
