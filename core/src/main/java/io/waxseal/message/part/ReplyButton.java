package io.waxseal.message.part;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A button that sends its id back when the reader taps it. Immutable and thread-safe. Source: Meta, Cloud API,
 * interactive reply buttons messages.
 */
public final class ReplyButton {
  private static final int LONGEST_ID = 256;
  private static final int LONGEST_TITLE = 20;

  private final String id;
  private final String title;

  private ReplyButton(String id, String title) {
    this.id = Limits.text("the id of a button", id, LONGEST_ID);
    this.title = Limits.text("the title of a button", title, LONGEST_TITLE);
  }

  /**
   * A button.
   *
   * @param id what comes back, 1 to 256 characters; the reader does not see it
   * @param title what the reader sees, 1 to 20 characters
   * @return the button
   * @throws IllegalArgumentException if either is blank or longer
   */
  public static ReplyButton of(String id, String title) {
    return new ReplyButton(id, title);
  }

  /**
   * Checks buttons that stand together.
   *
   * @param buttons the buttons
   * @return a copy of the list
   * @throws IllegalArgumentException if two have the same id or the same title
   */
  public static List<ReplyButton> distinct(List<ReplyButton> buttons) {
    Set<String> ids = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (ReplyButton button : buttons) {
      Limits.unique("the ids of buttons", ids, button.id);
      Limits.unique("the titles of buttons", titles, button.title);
    }
    return List.copyOf(buttons);
  }

  /**
   * Buttons that stand together, with their titles replaced.
   *
   * @param buttons the buttons
   * @param f gives the new title for a title
   * @return the new buttons
   * @throws IllegalArgumentException if a new title breaks a limit
   */
  public static List<ReplyButton> mapText(List<ReplyButton> buttons, UnaryOperator<String> f) {
    List<ReplyButton> mapped = new ArrayList<>();
    buttons.forEach(button -> mapped.add(of(button.id, f.apply(button.title))));
    return mapped;
  }

  /**
   * The button as it travels.
   *
   * @param type Meta's name of the kind, {@code reply} or {@code quick_reply}
   * @return its type, and a member of that name
   */
  public JsonObject json(String type) {
    JsonObject reply = JsonObject.builder().put("id", id).put("title", title).build();
    return JsonObject.builder().put("type", type).put(type, reply).build();
  }

  @Override
  public String toString() {
    return "ReplyButton";
  }
}
