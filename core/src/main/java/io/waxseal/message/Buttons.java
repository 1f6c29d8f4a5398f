package io.waxseal.message;

import io.waxseal.internal.wire.Limits;
import io.waxseal.json.JsonArray;
import io.waxseal.json.JsonObject;
import io.waxseal.message.part.ReplyButton;
import io.waxseal.person.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A question with one to three buttons under it. The id of the one that is tapped comes back:
 *
 * <pre>{@code Buttons.to(text.sender(), "A table for how many?").button("2", "Two").button("4", "Four")}</pre>
 *
 * <p>An id may be a signed payload of the consent module, {@code consent.optOutPayload("marketing.offers")}: a tap on
 * that button stops the purpose, whatever its title says. Source: Meta, Cloud API, interactive reply buttons messages.
 */
public final class Buttons extends HeadedMessage<Buttons> {
  private static final int MOST = 3;

  private final List<ReplyButton> buttons;

  private Buttons(Envelope envelope, Frame frame, List<ReplyButton> buttons) {
    super(envelope, frame);
    this.buttons = ReplyButton.distinct(buttons);
  }

  /**
   * A question without buttons.
   *
   * @param to who gets it
   * @param body what it says, 1 to 1,024 characters
   * @return the message, to which a button is to be added
   * @throws IllegalArgumentException if the body is blank or longer
   */
  public static Buttons to(Recipient to, String body) {
    return new Buttons(Envelope.reply(to), Frame.of(body), List.of());
  }

  @Override
  Buttons copy(Envelope envelope, Frame frame) {
    return new Buttons(envelope, frame, buttons);
  }

  /**
   * The message with one more button.
   *
   * @param id what comes back, 1 to 256 characters; the reader does not see it
   * @param title what the reader sees, 1 to 20 characters
   * @return a copy with at most three buttons
   * @throws IllegalArgumentException if a limit is broken, or another button has the id or the title
   */
  public Buttons button(String id, String title) {
    Limits.count("the number of buttons", buttons.size() + 1, 1, MOST);
    List<ReplyButton> more = new ArrayList<>(buttons);
    more.add(ReplyButton.of(id, title));
    return new Buttons(envelope(), frame(), more);
  }

  @Override
  public String interactiveType() {
    return "button";
  }

  @Override
  JsonObject action() {
    Limits.count("the number of buttons", buttons.size(), 1, MOST);
    return JsonObject.builder()
        .put("buttons", JsonArray.of(buttons, button -> button.json("reply")))
        .build();
  }

  @Override
  public Buttons mapText(UnaryOperator<String> f) {
    return new Buttons(envelope(), frame().mapText(f), ReplyButton.mapText(buttons, f));
  }
}
