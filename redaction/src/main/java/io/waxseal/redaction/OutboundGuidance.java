package io.waxseal.redaction;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.send.Guidance;
import io.waxseal.send.SendRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the sender and the developer are told about what was found, and the safe way to the same end. */
final class OutboundGuidance {

  static final int LONGEST_LINK = 2_000;
  private static final String ALTERNATIVE =
      "Send a link to a page where the value can be entered or read safely.";

  private final Policy policy;
  private final @Nullable SecureLink links;

  OutboundGuidance(Policy policy, @Nullable SecureLink links) {
    this.policy = policy;
    this.links = links;
  }

  Guidance block(SendRequest request, Set<EntityType> found) {
    return new Guidance(
        "The message was not sent: it seems to contain " + named(found)
            + ". Take it out and send the rest; never ask for it in chat.",
        rule(found) + " which block it. Take the value out, or change the level in the Policy.",
        Optional.of(alternative(request, found)));
  }

  Guidance justify(SendRequest request, Set<EntityType> found) {
    return new Guidance(
        "The message was not sent: it seems to contain " + named(found)
            + ". Take it out, or say why it must be sent; the reason is recorded. Do not repeat the value in it.",
        rule(found)
            + " which ask for a reason: send again by By.because(…), without the value in the reason.",
        Optional.of(alternative(request, found)));
  }

  Guidance tip(Set<EntityType> found) {
    return new Guidance(
        "The message was sent. It seems to contain " + named(found)
            + "; next time, use a safer way.",
        rule(found) + " which give a tip and let it pass.",
        Optional.of(ALTERNATIVE));
  }

  private String rule(Set<EntityType> found) {
    String types = found.stream().map(EntityType::name).collect(Collectors.joining(", "));
    return "The redactor found " + types + " in a text of the message; " + policy.name()
        + " version " + policy.version() + " has rules of direction outbound";
  }

  /** Whatever the host's link does, the verdict stands. */
  private String alternative(SendRequest request, Set<EntityType> found) {
    if (links != null) {
      try {
        URI link = links.make(request, Set.copyOf(found));
        if (isSafe(link)) {
          return "Send this link instead: " + link.toASCIIString();
        }
      } catch (Exception | Error e) {
        return ALTERNATIVE;
      }
    }
    return ALTERNATIVE;
  }

  private static boolean isSafe(@Nullable URI link) {
    return link != null
        && "https".equalsIgnoreCase(link.getScheme())
        && link.getHost() != null
        && link.getUserInfo() == null
        && link.toASCIIString().length() <= LONGEST_LINK;
  }

  private static String named(Set<EntityType> found) {
    if (found.contains(EntityType.REDACTED)) {
      return "something that could not be checked";
    }
    if (found.contains(EntityType.CREDIT_CARD)) {
      return "a payment card number";
    }
    if (found.contains(EntityType.CARD_CVV)) {
      return "the security code of a payment card";
    }
    if (found.contains(EntityType.SECRET_PASSWORD)) {
      return "a password or PIN";
    }
    return found.stream().anyMatch(type -> type.name().startsWith("SECRET_"))
        ? "a secret key or token"
        : "personal data";
  }
}
