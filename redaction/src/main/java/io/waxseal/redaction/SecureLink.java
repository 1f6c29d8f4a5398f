package io.waxseal.redaction;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.send.SendRequest;
import java.net.URI;
import java.util.Set;

/**
 * Makes a link to a page where what may not stand in a chat is entered or read safely: a payment page, a form of the
 * host's, a one-time viewer. Given by the host; called on the thread of the send, by many threads at once, for each message
 * that {@link Level#BLOCK} or {@link Level#JUSTIFY} holds up.
 *
 * <p>The link becomes the {@linkplain io.waxseal.send.Guidance#alternative alternative} of the refusal. It must be an
 * {@code https} address and good once; it never changes the verdict: where it cannot be made, or this throws, the sender
 * is told to send such a link without being given one.
 */
@FunctionalInterface
public interface SecureLink {

  /**
   * Makes a link.
   *
   * @param held the request that is held up: who sends to whom, and the message
   * @param types what was found in the message
   * @return the link, an absolute {@code https} address without user and password
   */
  URI make(SendRequest held, Set<EntityType> types);
}
