package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonString;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which Flow a message opens, and how. Immutable and thread-safe; each method that adds returns a copy, and {@link
 * #toString} shows nothing of it.
 *
 * <p>What is not said has Meta's default: the published version, {@code navigate} to the first screen of the Flow
 * ({@code FIRST_ENTRY_SCREEN}), and the token {@code unused}. A token of the host's comes back with the answer and tells
 * which conversation it belongs to; with the default, every answer carries the same word. A token should be random, since
 * whoever knows one can answer in its name. Source: Meta, Flows, sending a Flow.
 */
public final class Flow {
  private static final String MESSAGE_VERSION = "3";

  private final String member;
  private final String which;
  private final @Nullable String token;
  private final @Nullable String mode;
  private final @Nullable String action;
  private final JsonObject payload;

  private Flow(
      String member,
      String which,
      @Nullable String token,
      @Nullable String mode,
      @Nullable String action,
      JsonObject payload) {
    this.member = member;
    this.which = which;
    this.token = token;
    this.mode = mode;
    this.action = action;
    this.payload = payload;
  }

  /**
   * A Flow by its id.
   *
   * @param id Meta's id, not blank
   * @return the Flow
   * @throws IllegalArgumentException if it is blank
   */
  public static Flow id(String id) {
    return new Flow(
        "flow_id", Limits.present("the id of a flow", id), null, null, null, JsonObject.EMPTY);
  }

  /**
   * A Flow by its name.
   *
   * @param name its name, not blank
   * @return the Flow
   * @throws IllegalArgumentException if it is blank
   */
  public static Flow name(String name) {
    return new Flow(
        "flow_name",
        Limits.present("the name of a flow", name),
        null,
        null,
        null,
        JsonObject.EMPTY);
  }

  /**
   * The Flow with a token that comes back with the answer; without one, Meta uses the word {@code unused}.
   *
   * @param value the token, not blank; random, and another for each message
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public Flow token(String value) {
    return new Flow(
        member, which, Limits.present("the token of a flow", value), mode, action, payload);
  }

  /**
   * The draft instead of the published version, for tests.
   *
   * @return a copy
   */
  public Flow draft() {
    return new Flow(member, which, token, "draft", action, payload);
  }

  /**
   * The published version, which is the default.
   *
   * @return a copy
   */
  public Flow published() {
    return new Flow(member, which, token, "published", action, payload);
  }

  /**
   * Opens the first screen of the Flow, which is the default.
   *
   * @return a copy
   */
  public Flow navigate() {
    return new Flow(member, which, token, mode, "navigate", JsonObject.EMPTY);
  }

  /**
   * Opens a screen.
   *
   * @param screen the id of the screen, not blank
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public Flow navigate(String screen) {
    JsonObject opened = JsonObject.builder()
        .put("screen", Limits.present("a flow's screen", screen))
        .build();
    return new Flow(member, which, token, mode, "navigate", opened);
  }

  /**
   * Opens a screen that shows data.
   *
   * @param screen the id of the screen, not blank
   * @param data what the screen shows, at least one member; the reader may see each text in it
   * @return a copy
   * @throws IllegalArgumentException if the screen is blank or there are no data
   */
  public Flow navigate(String screen, JsonObject data) {
    if (data.members().isEmpty()) {
      throw new IllegalArgumentException(
          "the data of a flow's screen have at least 1 member; they have 0");
    }
    Flow opened = navigate(screen);
    return new Flow(member, which, token, mode, "navigate", opened.payload.with("data", data));
  }

  /**
   * Asks the Flow's endpoint for the first screen.
   *
   * @return a copy
   */
  public Flow dataExchange() {
    return new Flow(member, which, token, mode, "data_exchange", JsonObject.EMPTY);
  }

  /**
   * The Flow as it travels.
   *
   * @param label what the reader taps
   * @return the parameters of the action
   */
  public JsonObject json(String label) {
    JsonObject.Builder json =
        JsonObject.builder().put("flow_message_version", MESSAGE_VERSION).put(member, which);
    json.put("flow_cta", label);
    putIfPresent(json, "flow_token", token);
    putIfPresent(json, "mode", mode);
    putIfPresent(json, "flow_action", action);
    return payload.members().isEmpty()
        ? json.build()
        : json.put("flow_action_payload", payload).build();
  }

  private static void putIfPresent(JsonObject.Builder json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, new JsonString(value));
    }
  }

  /**
   * The Flow with each text of its data replaced.
   *
   * @param f gives the new text for a text
   * @return a copy
   */
  public Flow mapText(UnaryOperator<String> f) {
    JsonObject mapped =
        payload.get("data").map(data -> payload.with("data", data.mapText(f))).orElse(payload);
    return new Flow(member, which, token, mode, action, mapped);
  }

  @Override
  public String toString() {
    return "Flow";
  }
}
