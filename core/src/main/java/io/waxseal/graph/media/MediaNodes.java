package io.waxseal.graph.media;

import io.waxseal.account.Account;
import io.waxseal.account.DeliveryException;
import io.waxseal.account.MediaId;
import io.waxseal.internal.http.GraphAnswer;
import io.waxseal.internal.http.GraphCall;
import io.waxseal.internal.http.GraphFault;
import io.waxseal.internal.http.GraphTransport;
import io.waxseal.internal.json.JsonCursor;
import java.io.IOException;
import okhttp3.RequestBody;

/** Meta's nodes of files: asked, uploaded to, deleted. Source: Meta, Cloud API, media. */
final class MediaNodes {
  /** What a node says, with the address that nobody else is shown. */
  record Node(MediaMetadata metadata, String address) {
    @Override
    public String toString() {
      return "Node[***]";
    }
  }

  private final GraphTransport graph;

  MediaNodes(GraphTransport graph) {
    this.graph = graph;
  }

  Node find(Account account, MediaId id) {
    JsonCursor node = exchange(ofNumber(GraphCall.get(account, id.value()), account));
    MediaMetadata metadata = new MediaMetadata(
        id,
        node.id("mime_type").orElseThrow(MediaRefusal.TYPE::exception),
        node.integer("file_size").filter(size -> size >= 0).orElse(-1L),
        node.id("sha256"));
    return new Node(metadata, node.id("url").orElseThrow(MediaRefusal.HOST::exception));
  }

  /** Another number's file is refused by Meta if the number is named. */
  private static GraphCall ofNumber(GraphCall call, Account account) {
    return call.with("phone_number_id", account.phoneNumberId().value());
  }

  void delete(Account account, MediaId id) {
    JsonCursor answer = exchange(ofNumber(GraphCall.delete(account, id.value()), account));
    if (!answer.truth("success")) {
      throw new DeliveryException(
          "Meta did not say that the file is deleted; delete it again", false);
    }
  }

  MediaId upload(Account account, MediaUpload what) {
    String path = account.phoneNumberId().value() + "/media";
    RequestBody form;
    try {
      form = UploadBody.form(what);
    } catch (IOException e) {
      throw unreadable();
    }
    JsonCursor answer = exchange(GraphCall.post(account, path, form));
    try {
      return answer.id("id").map(MediaId::new).orElseThrow(MediaNodes::noId);
    } catch (IllegalArgumentException e) {
      throw noId();
    }
  }

  static DeliveryException unreadable() {
    return new DeliveryException("the file cannot be read here; nothing was sent", false);
  }

  private static DeliveryException noId() {
    return new DeliveryException(
        "Meta took the file and named no media id; upload it again", false);
  }

  private JsonCursor exchange(GraphCall call) {
    try {
      GraphAnswer answer = graph.exchange(call);
      return GraphFault.checked(answer);
    } catch (IOException e) {
      throw broken();
    }
  }

  /** Nothing of a message travels here, so trying again does no harm. */
  static DeliveryException broken() {
    return new DeliveryException(
        "the connection to Meta broke, its answer was too long, or the time was over; try again",
        false);
  }
}
