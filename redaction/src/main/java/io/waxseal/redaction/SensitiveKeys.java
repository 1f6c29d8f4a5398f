package io.waxseal.redaction;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.find.Tokens;
import io.waxseal.redaction.internal.text.Chars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of JSON members whose value is sensitive whatever it looks like. */
final class SensitiveKeys {

  private static final int LONGEST_CONTEXT = 64;

  private static final Map<String, EntityType> WORDS = Map.ofEntries(
      Map.entry("password", EntityType.SECRET_PASSWORD),
      Map.entry("passwd", EntityType.SECRET_PASSWORD),
      Map.entry("pwd", EntityType.SECRET_PASSWORD),
      Map.entry("passcode", EntityType.SECRET_PASSWORD),
      Map.entry("passphrase", EntityType.SECRET_PASSWORD),
      Map.entry("pin", EntityType.SECRET_PASSWORD),
      Map.entry("passwort", EntityType.SECRET_PASSWORD),
      Map.entry("kennwort", EntityType.SECRET_PASSWORD),
      Map.entry("contraseña", EntityType.SECRET_PASSWORD),
      Map.entry("contrasena", EntityType.SECRET_PASSWORD),
      Map.entry("senha", EntityType.SECRET_PASSWORD),
      Map.entry("cvv", EntityType.CARD_CVV),
      Map.entry("cvc", EntityType.CARD_CVV),
      Map.entry("csc", EntityType.CARD_CVV),
      Map.entry("otp", EntityType.OTP));

  private static final Map<String, EntityType> PAIRS = Map.of(
      "card number", EntityType.CREDIT_CARD,
      "cc number", EntityType.CREDIT_CARD,
      "appsecret proof", Tokens.META,
      "verify token", EntityType.SECRET_PASSWORD,
      "app secret", EntityType.SECRET_PASSWORD,
      "client secret", EntityType.SECRET_PASSWORD,
      "security code", EntityType.CARD_CVV);

  /** Last words that make a name speak about the secret rather than hold it. */
  private static final Set<String> ABOUT = Set.of(
      "reset",
      "hint",
      "policy",
      "changed",
      "at",
      "updated",
      "expires",
      "expiry",
      "length",
      "required",
      "url",
      "link",
      "enabled",
      "strength",
      "label",
      "type",
      "message",
      "status",
      "error",
      "attempts",
      "code");

  private static final Set<String> NAMELESS = Set.of("", "code", "error_code");

  private SensitiveKeys() {}

  static Optional<EntityType> typeOf(String key) {
    List<String> words = words(key);
    if (words.isEmpty()
        || (words.size() > 1
            && ABOUT.contains(words.get(words.size() - 1))
            && !endsSecret(words))) {
      return Optional.empty();
    }
    for (int i = 0; i < words.size(); i++) {
      EntityType pair =
          i + 1 < words.size() ? PAIRS.get(words.get(i) + " " + words.get(i + 1)) : null;
      EntityType type = pair != null ? pair : WORDS.get(words.get(i));
      if (type != null) {
        return Optional.of(type);
      }
    }
    String last = words.get(words.size() - 1);
    return last.endsWith("password") ? Optional.of(EntityType.SECRET_PASSWORD) : Optional.empty();
  }

  /** Of names that end in "code", those of a secret one; India's "pin code" is postal. */
  private static boolean endsSecret(List<String> words) {
    String last = words.get(words.size() - 1);
    String before = words.get(words.size() - 2);
    return PAIRS.containsKey(before + " " + last)
        || (last.equals("code") && WORDS.containsKey(before) && !before.equals("pin"));
  }

  /** The name as words before a value, tied as a program ties them; empty for an error's {@code code}, which says nothing. */
  static String context(String key) {
    if (key.isEmpty() || key.length() > LONGEST_CONTEXT) {
      return "";
    }
    String name = String.join("_", words(key));
    return NAMELESS.contains(name) ? "" : name + ": ";
  }

  static List<String> words(String key) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= Math.min(key.length(), LONGEST_CONTEXT); i++) {
      boolean letter = i < key.length() && i < LONGEST_CONTEXT && Chars.isLetter(key.charAt(i));
      boolean hump = letter
          && start >= 0
          && Character.isUpperCase(key.charAt(i))
          && Character.isLowerCase(key.charAt(i - 1));
      if (start >= 0 && (!letter || hump)) {
        words.add(key.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
      if (letter && start < 0) {
        start = i;
      }
    }
    return words;
  }
}
