package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A human with WhatsApp, who keeps being the same when the number changes. Where {@link Simulator#customerWrites} takes
 * an address, a person has one: a number, a business-scoped user id made with it and, if {@linkplain #enrolled
 * enrolled}, a parent user id. All three are others after {@link #changesNumber}.
 *
 * <p>Every method that makes a webhook makes that of one business number: the first one, or that of {@link #at}. A
 * webhook shows the number of the person unless it is hidden, and is signed with the secret of that moment; it can be
 * delivered later, twice or never. Thread-safe; {@code toString} names nothing.
 *
 * @see Simulator#person
 * @see Simulator#stranger
 */
public final class SimulatedPerson {
  private final Identity who;
  private final SimulatedNumber number;

  SimulatedPerson(Identity who, SimulatedNumber number) {
    this.who = who;
    this.number = number;
  }

  /**
   * Returns the same person in front of another business number.
   *
   * @param other the business number
   * @return the same person there
   */
  public SimulatedPerson at(SimulatedNumber other) {
    return new SimulatedPerson(who, Objects.requireNonNull(other, "other"));
  }

  /**
   * Gives the person a profile name, which stands in every webhook with contacts.
   *
   * @param profileName the name
   * @return this person
   */
  public SimulatedPerson named(String profileName) {
    who.name(Once.filled("profileName", profileName));
    return this;
  }

  /**
   * Gives the person a parent user id, {@code US.ENT.} and digits, as customers of linked portfolios have.
   *
   * @return this person
   */
  public SimulatedPerson enrolled() {
    who.enroll();
    return this;
  }

  /**
   * Gives the person a username. From then on Meta shows the number to a business number only within 30 days after it
   * was used between the two: by a message to the number, or one with the number from it.
   *
   * @param username the name, without {@code @}
   * @return this person
   */
  public SimulatedPerson adoptsUsername(String username) {
    who.username(Once.filled("username", username));
    return this;
  }

  /**
   * Gives the person a username as if the 30 days were over: the number is hidden until it is written to.
   *
   * @param username the name, without {@code @}
   * @return this person
   * @see #adoptsUsername
   */
  public SimulatedPerson hidesPhone(String username) {
    who.phoneUnused();
    return adoptsUsername(username);
  }

  /** {@return the number as Meta spells it, hidden or not; empty when a stranger took it} */
  public Optional<String> phone() {
    return Optional.ofNullable(who.account()).map(Account::phone);
  }

  /**
   * Returns the business-scoped user id towards this business number.
   *
   * @return such as {@code US.13491208655302741918}
   * @throws IllegalStateException if a stranger took the number
   */
  public String userId() {
    return seen().userId();
  }

  /**
   * Returns the parent user id.
   *
   * @return such as {@code US.ENT.11815799212886844830}; empty unless {@linkplain #enrolled enrolled}
   * @throws IllegalStateException if a stranger took the number
   */
  public Optional<String> parentUserId() {
    return Optional.ofNullable(seen().parentUserId());
  }

  /**
   * Makes the webhook of a typed message.
   *
   * @param text the text, as it is
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook writes(String text) {
    return sends(Content.text(text));
  }

  /**
   * Makes the webhook of anything the person sends, with a new message id. It comes under {@code standby} while
   * {@linkplain BusinessAgent#takes Meta's agent holds} the conversation.
   *
   * @param content what is sent
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook sends(Content content) {
    Objects.requireNonNull(content, "content");
    if (content.isFromAd()) {
      who.cameFromAd(number.id(), number.envelope().now());
    }
    return number
        .inbound()
        .message(number.envelope().heardFrom(account()), content, who.heldByAgent(number.id()));
  }

  /**
   * Makes the webhook of a picture.
   *
   * @param caption the words under it
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook sendsImage(String caption) {
    return sends(Content.image(caption));
  }

  /**
   * Makes the webhook of a video.
   *
   * @param caption the words under it
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook sendsVideo(String caption) {
    return sends(Content.video(caption));
  }

  /**
   * Makes the webhook of a voice note.
   *
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook sendsVoice() {
    return sends(Content.voice());
  }

  /**
   * Makes the webhook of a document.
   *
   * @param filename the name of the file
   * @param caption the words under it
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook sendsDocument(String filename, String caption) {
    return sends(Content.document(filename, caption));
  }

  /**
   * Makes the webhook of a sticker.
   *
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook sendsSticker() {
    return sends(Content.sticker(false));
  }

  /**
   * Makes the webhook of a place.
   *
   * @param latitude in degrees
   * @param longitude in degrees
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook sendsLocation(double latitude, double longitude) {
    return sends(Content.location(latitude, longitude));
  }

  /**
   * Makes the webhook of a reaction.
   *
   * @param messageId the message reacted to
   * @param emoji the emoji; empty to take the reaction back
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook reacts(String messageId, String emoji) {
    return sends(Content.reaction(messageId, emoji));
  }

  /**
   * Makes the webhook of a correction.
   *
   * @param messageId the message that is corrected
   * @param now what it says now
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook edits(String messageId, Content now) {
    return sends(Content.edit(messageId, now));
  }

  /**
   * Makes the webhook of a message that is deleted for everyone.
   *
   * @param messageId the message
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook revokes(String messageId) {
    return sends(Content.revoke(messageId));
  }

  /** {@return the messages this business number sent to the person, oldest first; failed ones too} */
  public List<AcceptedMessage> received() {
    return number.accepted().stream()
        .filter(message -> message.account() != null && message.account().owner() == who)
        .toList();
  }

  /**
   * Makes the webhook of a tap on a button, row or quick reply: in the newest message to the person that has one.
   *
   * @param choice its id or payload, or the words on it
   * @return the signed webhook, not yet delivered; it answers that message
   * @throws java.util.NoSuchElementException if no message has it
   * @throws IllegalStateException if a stranger took the number
   * @see SimulatedTemplate#quickReplies
   */
  public SignedWebhook taps(String choice) {
    return taps(received(), choice);
  }

  /**
   * Makes the webhook of a tap on a button, row or quick reply of one message.
   *
   * @param message the message
   * @param choice its id or payload, or the words on it
   * @return the signed webhook, not yet delivered; it answers that message
   * @throws java.util.NoSuchElementException if the message does not have it
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook taps(AcceptedMessage message, String choice) {
    return taps(List.of(message), choice);
  }

  private SignedWebhook taps(List<AcceptedMessage> messages, String choice) {
    return sends(Taps.newest(messages, Objects.requireNonNull(choice, "choice")));
  }

  /**
   * Makes the webhook of the person's choice in WhatsApp to get no more marketing messages of this business.
   *
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook stopsMarketing() {
    return number.inbound().preference(seen(), "stop");
  }

  /**
   * Makes the webhook of the person's choice in WhatsApp to get marketing messages of this business again.
   *
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook resumesMarketing() {
    return number.inbound().preference(seen(), "resume");
  }

  /**
   * Begins a call of the person to the business.
   *
   * @return the call
   * @throws IllegalStateException if a stranger took the number
   */
  public SimulatedCall calls() {
    return new SimulatedCall(number.envelope(), account(), true);
  }

  /**
   * Begins a call of the business to the person.
   *
   * @return the call
   * @throws IllegalStateException if a stranger took the number
   */
  public SimulatedCall isCalled() {
    return new SimulatedCall(number.envelope(), account(), false);
  }

  /**
   * Returns what Meta's agent does in this conversation.
   *
   * @return the agent
   */
  public BusinessAgent agent() {
    return new BusinessAgent(who, this::account, number.envelope());
  }

  /**
   * Returns what the business does in this conversation with the WhatsApp Business app on its phone.
   *
   * @return the app
   */
  public BusinessApp businessApp() {
    return new BusinessApp(this::account, number.envelope());
  }

  /**
   * Moves the person to another number. From now on everything comes from there with new ids, and the old number is
   * free: whoever is at it next is somebody else. Whoever had the new number has none.
   *
   * @param phone the new number, in any writing
   * @return the change, of which Meta tells in several ways
   * @throws IllegalArgumentException if it is not a phone number
   * @throws IllegalStateException if a stranger took the old number
   */
  public NumberChange changesNumber(String phone) {
    Account before = account();
    return new NumberChange(before, number.envelope().people().move(who, phone), number);
  }

  /**
   * Makes the webhook of a new identity key, as after a new device: {@code customer_identity_changed}. A stranger with
   * the number has another key too; the message does not say which of the two it is.
   *
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the number
   */
  public SignedWebhook changesDevice() {
    Seen seen = number.envelope().heardFrom(account());
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("acknowledged", false);
    identity.put("created_timestamp", number.envelope().timestamp());
    identity.put("hash", Ids.keyHash(seen.userId(), who.nextDevice()));
    Map<String, Object> from = new LinkedHashMap<>();
    seen.putIds(from, "from", "from_user_id", "from_parent_user_id");
    from.put("identity", identity);
    Map<String, Object> system = new LinkedHashMap<>();
    system.put("body", "The identity of a user changed");
    system.put("type", "customer_identity_changed");
    return number.inbound().system(from, system, seen.anyId());
  }

  private Seen seen() {
    return number.envelope().seen(account());
  }

  Account account() {
    Account account = who.account();
    if (account == null) {
      throw new IllegalStateException(
          "somebody else has this person's number; give the person another by changesNumber");
    }
    return account;
  }

  @Override
  public String toString() {
    return "SimulatedPerson";
  }
}
