package io.waxseal.webhook;

/** A customer sent a file: a picture, video, sound, document or sticker. */
public interface MediaReceived extends MessageReceived {
  /** {@return the file, as Meta holds it} */
  ReceivedMedia media();
}
