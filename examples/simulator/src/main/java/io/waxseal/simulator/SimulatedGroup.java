package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A group that a business number opened: what is written in it, and who comes and goes. Messages of the business go to
 * its {@link #id}. Thread-safe; {@code toString} names nothing.
 *
 * @see SimulatedNumber#group
 */
public final class SimulatedGroup {
  private final String id;
  private final Envelope envelope;

  SimulatedGroup(String id, Envelope envelope) {
    this.id = id;
    this.envelope = envelope;
  }

  /** {@return its id, to be sent to with {@code recipient_type} {@code group}} */
  public String id() {
    return id;
  }

  /**
   * Makes the webhook of something that a participant sends to the group.
   *
   * @param participant the person
   * @param content what is sent
   * @return the signed webhook, not yet delivered
   * @throws IllegalStateException if a stranger took the person's number
   */
  public SignedWebhook hears(SimulatedPerson participant, Content content) {
    Seen sender = envelope.heardFrom(participant.account());
    Map<String, Object> message = new LinkedHashMap<>();
    sender.putIds(message, "from", "from_user_id", "from_parent_user_id");
    message.put("group_id", id);
    message.put("id", envelope.ids().inbound(sender.anyId()));
    message.put("timestamp", envelope.timestamp());
    content.putInto(message, envelope.displayPhoneNumber());
    Map<String, Object> value = envelope.value();
    value.put("contacts", List.of(sender.contact()));
    value.put("messages", List.of(message));
    return envelope.sign("messages", value);
  }

  /**
   * Makes the status of a message of the business that reached one of the participants.
   *
   * @param message a message to this group
   * @param participant the person
   * @return the signed webhook, not yet delivered
   * @throws IllegalArgumentException if the message went elsewhere
   */
  public SignedWebhook reaches(AcceptedMessage message, SimulatedPerson participant) {
    if (!id.equals(message.message().groupId())) {
      throw new IllegalArgumentException("the message did not go to this group");
    }
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("id", message.id());
    status.put("status", "delivered");
    status.put("timestamp", envelope.timestamp());
    status.put("recipient_id", id);
    status.put("recipient_type", "group");
    envelope
        .seen(participant.account())
        .putIds(
            status,
            "recipient_participant_id",
            "recipient_participant_user_id",
            "recipient_participant_parent_user_id");
    String callbackData = message.message().callbackData();
    if (callbackData != null) {
      status.put("biz_opaque_callback_data", callbackData);
    }
    Map<String, Object> value = envelope.value();
    value.put("statuses", List.of(status));
    return envelope.sign("messages", value);
  }

  /**
   * Makes the webhook of the group's creation, {@code group_lifecycle_update}.
   *
   * @param subject its subject
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook created(String subject) {
    Map<String, Object> group = group("group_create");
    group.put("subject", subject);
    group.put("invite_link", "https://chat.whatsapp.com/simulated");
    return sign("group_lifecycle_update", group);
  }

  /** {@return the signed webhook of the group's end, not yet delivered} */
  public SignedWebhook deleted() {
    return sign("group_lifecycle_update", group("group_delete"));
  }

  /**
   * Makes the webhook of people who came by the invitation, {@code group_participants_update}.
   *
   * @param participants the people
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook joins(SimulatedPerson... participants) {
    Map<String, Object> group = group("group_participants_add");
    group.put("reason", "invite_link");
    group.put("added_participants", ids(participants));
    return sign("group_participants_update", group);
  }

  /**
   * Makes the webhook of people who left, {@code group_participants_update}.
   *
   * @param participants the people
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook leaves(SimulatedPerson... participants) {
    Map<String, Object> group = group("group_participants_remove");
    group.put("initiated_by", "participant");
    group.put("removed_participants", ids(participants));
    return sign("group_participants_update", group);
  }

  /**
   * Makes the webhook of a suspension or its end, {@code group_status_update}.
   *
   * @param suspended whether it is suspended now
   * @return the signed webhook, not yet delivered
   */
  public SignedWebhook suspended(boolean suspended) {
    return sign(
        "group_status_update", group(suspended ? "group_suspend" : "group_suspend_cleared"));
  }

  private List<Map<String, Object>> ids(SimulatedPerson... participants) {
    return Stream.of(participants)
        .map(person -> {
          Map<String, Object> ids = new LinkedHashMap<>();
          envelope.seen(person.account()).putIds(ids, "wa_id", "user_id", "parent_user_id");
          return ids;
        })
        .toList();
  }

  private Map<String, Object> group(String type) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("timestamp", envelope.timestamp());
    group.put("group_id", id);
    group.put("type", type);
    return group;
  }

  private SignedWebhook sign(String field, Map<String, Object> group) {
    Map<String, Object> value = envelope.value();
    value.put("groups", List.of(group));
    return envelope.sign(field, value);
  }

  @Override
  public String toString() {
    return "SimulatedGroup";
  }
}
