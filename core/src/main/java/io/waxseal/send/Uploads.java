package io.waxseal.send;

import io.waxseal.account.Account;
import io.waxseal.account.ApiException;
import io.waxseal.account.DeliveryException;
import io.waxseal.account.MediaId;
import io.waxseal.account.RefusedException;
import io.waxseal.graph.media.Media;
import io.waxseal.graph.media.MediaUpload;
import io.waxseal.message.Message;
import io.waxseal.message.part.Attachment;
import org.jspecify.annotations.Nullable;

/** Uploads the files of a message that every rule allowed, so that it travels with their ids. */
final class Uploads {
  private final @Nullable Media media;

  Uploads(@Nullable Media media) {
    this.media = media;
  }

  /** What came of it: the message to send, or why it cannot be sent. */
  record Result(Message message, @Nullable Failed failed) {}

  /** Nothing of the message itself has left, whatever comes of it. */
  Result upload(Account account, Message message) {
    try {
      return new Result(
          message.mapAttachments(attachment -> uploaded(account, message, attachment)), null);
    } catch (ApiException e) {
      return new Result(
          message,
          new Failed(
              e.status(),
              e.code(),
              e.traceId(),
              e.retryable(),
              Guidance.of(
                  "WhatsApp did not accept the file. Nothing was sent.",
                  "Meta refused the upload; look the code up in Meta's list of error codes.")));
    } catch (DeliveryException e) {
      return new Result(
          message,
          failed(true, "The file could not be uploaded. Try again in a moment.", e.getMessage()));
    } catch (RefusedException e) {
      return new Result(
          message,
          failed(
              false, "The file is too large or not of its type. Use another one.", e.getMessage()));
    }
  }

  private static Failed failed(boolean retryable, String forAgent, @Nullable String why) {
    return new Failed(0, 0, "", retryable, Guidance.of(forAgent, why + "; nothing was sent"));
  }

  private Attachment uploaded(Account account, Message message, Attachment attachment) {
    if (attachment.pending().isEmpty()) {
      return attachment;
    }
    if (media == null) {
      throw new IllegalStateException("this gate was built without media, so it uploads no file");
    }
    MediaUpload what = attachment.pending().get();
    MediaId id = media.upload(account, what, message.type());
    return Attachment.id(id.value());
  }
}
