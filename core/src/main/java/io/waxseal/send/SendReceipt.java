package io.waxseal.send;

import io.waxseal.account.MessageId;
import java.util.Optional;
import java.util.UUID;

/**
 * What Meta gave for a message it took. Taken is not delivered: statuses tell that later.
 *
 * @param transmission our own id of the sending; it comes back with each status
 * @param messageId Meta's id; personal data
 * @param heldBack Meta's word if it does not deliver a template at once, such as {@code
 *     held_for_quality_assessment}
 */
public record SendReceipt(UUID transmission, MessageId messageId, Optional<String> heldBack) {}
