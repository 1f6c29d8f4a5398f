package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;
import org.jspecify.annotations.Nullable;

/** Names of settings, variables and options that end in a word for a secret, whatever stands before it. */
final class SettingNames {
  private static final String[] PASSWORDS = {"password", "passwd", "passphrase", "pwd"};

  private static final String[] KEYS = {
    "secret", "token", "apikey", "secretkey", "accesskey", "privatekey", "codeverifier"
  };

  private SettingNames() {}

  /** The type of the value of a name, signs inside it aside; null if its last word is none for a secret. */
  static @Nullable EntityType typeOf(Text text, int start, int end) {
    for (String word : PASSWORDS) {
      if (endsWith(text, start, end, word)) {
        return EntityType.SECRET_PASSWORD;
      }
    }
    for (String word : KEYS) {
      if (endsWith(text, start, end, word)) {
        return Tokens.apiKey();
      }
    }
    return null;
  }

  /** Whether a name was written for a program: with signs inside, or in capitals alone. */
  static boolean isProgramName(Text text, int start, int end) {
    boolean small = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isJoint(c)) {
        return i > start;
      }
      small |= c >= 'a' && c <= 'z';
    }
    return !small && end > start;
  }

  static boolean isJoint(char c) {
    return c == '_' || c == '-' || c == '.';
  }

  private static boolean endsWith(Text text, int start, int end, String word) {
    int at = end;
    for (int i = word.length() - 1; i >= 0; i--) {
      while (at > start && isJoint(text.charAt(at - 1))) {
        at--;
      }
      if (at == start || Chars.fold(text.charAt(at - 1)) != word.charAt(i)) {
        return false;
      }
      at--;
    }
    return true;
  }
}
