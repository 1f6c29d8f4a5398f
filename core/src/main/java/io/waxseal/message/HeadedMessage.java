package io.waxseal.message;

import io.waxseal.message.part.Header;

/**
 * An interactive message that can have a footer, and a text or a file above the body.
 *
 * @param <M> the kind itself
 */
public abstract class HeadedMessage<M extends HeadedMessage<M>> extends FootedMessage<M> {
  HeadedMessage(Envelope envelope, Frame frame) {
    super(envelope, frame);
  }

  /**
   * The message with a text above the body.
   *
   * @param text 1 to 60 characters
   * @return a copy
   * @throws IllegalArgumentException if it is blank or longer
   */
  public M header(String text) {
    return header(Header.text(text));
  }

  /**
   * The message with a text or a file above the body.
   *
   * @param header the text or the file
   * @return a copy
   */
  public M header(Header header) {
    return copy(envelope(), frame().withHeader(header));
  }
}
