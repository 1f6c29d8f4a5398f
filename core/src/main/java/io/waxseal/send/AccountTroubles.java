package io.waxseal.send;

import io.waxseal.account.ErrorKind;
import io.waxseal.account.PhoneNumberId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Meta last refused an account as a whole for: its token, its rights, its payment. It ends with the next message that
 * Meta accepts. Thread-safe.
 */
final class AccountTroubles {
  /** Kinds that the next message meets too, whoever gets it. */
  private static final Set<ErrorKind> OF_THE_ACCOUNT = EnumSet.of(
      ErrorKind.AUTHENTICATION,
      ErrorKind.PERMISSION,
      ErrorKind.BILLING,
      ErrorKind.REGISTRATION,
      ErrorKind.POLICY,
      ErrorKind.QUALITY);

  private final Map<PhoneNumberId, String> troubles = new ConcurrentHashMap<>();

  void note(PhoneNumberId account, SendResult result) {
    if (result instanceof Accepted) {
      troubles.remove(account);
    } else if (result instanceof Failed failed
        && (OF_THE_ACCOUNT.contains(failed.error().kind())
            || failed.guidance().equals(Answer.SECRET_OF_ANOTHER_APP))) {
      troubles.put(account, failed.guidance().forDeveloper());
    }
  }

  /** What is wrong, by Meta's id of the number, in order. */
  Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    troubles.forEach((account, why) -> all.put(account.value(), why));
    return all;
  }
}
