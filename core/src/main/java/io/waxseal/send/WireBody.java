package io.waxseal.send;

import io.waxseal.internal.wire.CallbackData;
import io.waxseal.json.JsonObject;
import io.waxseal.message.Message;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Group;
import java.util.UUID;

/** The body of the request that carries a message. Source: Meta, Cloud API, messages. */
final class WireBody {
  private WireBody() {}

  static byte[] of(SendRequest request, UUID transmission) {
    Message message = request.message();
    JsonObject.Builder body = JsonObject.builder()
        .put("messaging_product", "whatsapp")
        .put("recipient_type", message.to() instanceof Group ? "group" : "individual");
    if (message.to() instanceof Group group) {
      body.put("to", group.id());
    } else if (request.address() instanceof ContactPoint.Phone phone) {
      body.put("to", phone.value());
    } else {
      body.put("recipient", request.address().value());
    }
    message.identityKeyHash().ifPresent(hash -> body.put("recipient_identity_key_hash", hash));
    message.content().members().forEach(body::put);
    String ours = new CallbackData(transmission, message.correlation()).text();
    return body.put("biz_opaque_callback_data", ours).build().toBytes();
  }
}
