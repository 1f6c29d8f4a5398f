package io.waxseal.webhook;

import io.waxseal.account.MessageId;
import io.waxseal.account.PhoneNumberId;
import io.waxseal.account.WabaId;
import java.util.Optional;
import java.util.function.Function;

/** Turns ids of the wire into types; an id that does not fit is absent. */
final class WireIds {
  private WireIds() {}

  static Optional<MessageId> message(Optional<String> id) {
    return read(id, MessageId::new);
  }

  static Optional<PhoneNumberId> phoneNumber(Optional<String> id) {
    return read(id, PhoneNumberId::new);
  }

  static Optional<WabaId> waba(Optional<String> id) {
    return read(id, WabaId::new);
  }

  static <T> Optional<T> read(Optional<String> id, Function<String, T> type) {
    try {
      return id.map(type);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
