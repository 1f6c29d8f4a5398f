package io.waxseal.message;

/**
 * An interactive message that can have a footer.
 *
 * @param <M> the kind itself
 */
public abstract class FootedMessage<M extends FootedMessage<M>> extends InteractiveMessage<M> {
  FootedMessage(Envelope envelope, Frame frame) {
    super(envelope, frame);
  }

  /**
   * The message with a text below the body.
   *
   * @param text 1 to 60 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public M footer(String text) {
    return copy(envelope(), frame().withFooter(text));
  }
}
