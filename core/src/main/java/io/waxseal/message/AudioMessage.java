package io.waxseal.message;

import io.waxseal.json.JsonBoolean;
import io.waxseal.json.JsonObject;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.Recipient;
import java.util.function.UnaryOperator;

/**
 * A recording or a piece of music, possible inside the customer service window only. It has no caption. Source: Meta,
 * Cloud API, audio messages.
 */
public final class AudioMessage extends BaseMessage<AudioMessage> {
  private final Attachment audio;
  private final boolean voice;

  private AudioMessage(Envelope envelope, Attachment audio, boolean voice) {
    super(envelope);
    this.audio = audio;
    this.voice = voice;
  }

  /**
   * A recording, shown as a file to play.
   *
   * @param to who gets it
   * @param audio an AAC, AMR, MP3, M4A or OGG file (OPUS, one channel), at most 16 MB
   * @return the message, with the purpose of an answer unless another is set
   */
  public static AudioMessage to(Recipient to, Attachment audio) {
    return new AudioMessage(Envelope.reply(to), audio, false);
  }

  @Override
  AudioMessage in(Envelope envelope) {
    return new AudioMessage(envelope, audio, voice);
  }

  /**
   * The message as a voice note, which WhatsApp can transcribe. The file must be OGG with OPUS; above 512 KB the reader
   * downloads it first.
   *
   * @return a copy
   */
  public AudioMessage voice() {
    return new AudioMessage(envelope(), audio, true);
  }

  @Override
  public String type() {
    return "audio";
  }

  @Override
  JsonObject part() {
    return voice ? audio.json().with("voice", new JsonBoolean(true)) : audio.json();
  }

  @Override
  public AudioMessage mapText(UnaryOperator<String> f) {
    return new AudioMessage(envelope(), audio.mapText(f), voice);
  }

  @Override
  public AudioMessage mapAttachments(UnaryOperator<Attachment> f) {
    return new AudioMessage(envelope(), f.apply(audio), voice);
  }
}
