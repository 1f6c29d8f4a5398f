package io.waxseal.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.person.Group;
import io.waxseal.person.Recipient;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What all kinds of messages have: who gets it, from which number, and why.
 *
 * @param to the recipient
 * @param from the sending number
 * @param purpose why it is sent
 * @param despiteStop why it is sent although the person has stopped messages
 * @param inReplyTo the message it answers
 * @param correlation the host's own id of it
 * @param identityKeyHash the identity key that the recipient has to have still
 */
record Envelope(
    Recipient to,
    Optional<PhoneNumberId> from,
    Optional<String> purpose,
    Optional<String> despiteStop,
    Optional<MessageId> inReplyTo,
    Optional<String> correlation,
    Optional<String> identityKeyHash) {
  private static final int LONGEST_REASON = 500;
  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9+/=_-]{1,128}");

  /** Meta takes 512 bytes back and forth; ours stands before the host's. */
  private static final int LONGEST_CORRELATION = 400;

  static Envelope to(Recipient to) {
    return new Envelope(
        to,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The envelope of what answers inside the customer service window, or is said in a group. */
  static Envelope reply(Recipient to) {
    return to(to).withPurpose(to instanceof Group ? Purpose.IN_GROUP : Purpose.REPLY);
  }

  Envelope withFrom(PhoneNumberId number) {
    return new Envelope(
        to, Optional.of(number), purpose, despiteStop, inReplyTo, correlation, identityKeyHash);
  }

  Envelope withPurpose(String name) {
    if (!Purpose.isName(name)) {
      throw new IllegalArgumentException(
          "a purpose is words of a-z 0-9 - joined by dots, such as marketing.offers, at most 64 characters");
    }
    return new Envelope(
        to, from, Optional.of(name), despiteStop, inReplyTo, correlation, identityKeyHash);
  }

  Envelope withDespiteStop(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
    }
    return new Envelope(
        to, from, purpose, Optional.of(reason), inReplyTo, correlation, identityKeyHash);
  }

  Envelope withInReplyTo(MessageId message) {
    return new Envelope(
        to, from, purpose, despiteStop, Optional.of(message), correlation, identityKeyHash);
  }

  Envelope withCorrelation(String id) {
    int bytes = id.getBytes(UTF_8).length;
    if (id.isBlank() || bytes > LONGEST_CORRELATION) {
      throw new IllegalArgumentException(
          "a correlation has 1 to " + LONGEST_CORRELATION + " bytes of UTF-8; it has " + bytes);
    }
    return new Envelope(
        to, from, purpose, despiteStop, inReplyTo, Optional.of(id), identityKeyHash);
  }

  Envelope withIdentityKeyHash(String hash) {
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException(
          "an identity key hash is 1 to 128 characters of base64, as a webhook has it; it has "
              + hash.length());
    }
    return new Envelope(to, from, purpose, despiteStop, inReplyTo, correlation, Optional.of(hash));
  }

  @Override
  public String toString() {
    return "Envelope";
  }
}
