package io.waxseal.send;

import io.waxseal.json.JsonObject;
import io.waxseal.person.ContactPoint;
import java.util.List;
import java.util.UUID;

/** The body of the request that carries a message. Source: Meta, Cloud API, messages. */
final class WireBody {
  /** The kinds of points by which a person is addressed, best first. */
  private static final List<String> PREFERRED = List.of("phone", "bsuid", "parent_bsuid");

  private WireBody() {}

  static byte[] of(SendRequest request, UUID transmission) {
    JsonObject.Builder body = JsonObject.builder()
        .put("messaging_product", "whatsapp")
        .put("recipient_type", "individual");
    ContactPoint to = address(request);
    if (to instanceof ContactPoint.Phone phone) {
      body.put("to", phone.value());
    } else {
      body.put("recipient", to.value());
    }
    request.message().content().members().forEach(body::put);
    body.put("biz_opaque_callback_data", JdbcJournal.callbackData(transmission));
    return body.build().toBytes();
  }

  /**
   * The point addressed; of a person the phone number, since it keeps the number visible to the business, and of several
   * the one seen last, since an earlier one may be a stranger's by now.
   */
  private static ContactPoint address(SendRequest request) {
    if (request.message().to() instanceof ContactPoint point) {
      return point;
    }
    ContactPoint best = request.points().iterator().next();
    for (ContactPoint point : request.points()) {
      if (PREFERRED.indexOf(point.field()) <= PREFERRED.indexOf(best.field())) {
        best = point;
      }
    }
    return best;
  }
}
