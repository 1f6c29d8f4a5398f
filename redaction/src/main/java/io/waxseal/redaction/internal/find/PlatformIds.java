package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.Text;
import java.util.Locale;
import java.util.Set;

/**
 * What WhatsApp's platform itself names people and their messages by: message and call ids, whose base64 holds the person's
 * number, business-scoped user ids, and addresses of media. Source: Meta, Cloud API webhooks and business-scoped user ids.
 */
final class PlatformIds {

  private static final EntityType WAMID = new EntityType("WAMID");
  private static final EntityType BSUID = new EntityType("BSUID");
  private static final EntityType MEDIA_URL = new EntityType("MEDIA_URL");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final String[] MESSAGES = {"wamid.", "wacid.", "gBGG", "gBEG"};
  private static final String PARENT = "ENT.";
  private static final String EARLIER = "user.";
  private static final int EARLIER_DIGITS = 64;
  private static final int SHORTEST_MESSAGE = 16;
  private static final int SHORTEST_DOTTED = 8;
  private static final int SHORTEST_USER = 15;
  private static final int LONGEST_USER = 128;
  private static final int LEAST_DIGITS = 6;
  private static final int LONGEST_ADDRESS = 4_096;
  private static final int LONGEST_HOST = 80;
  private static final String[] HOSTS = {
    "lookaside.fbsbx.com", ".fbsbx.com", ".fbcdn.net", ".whatsapp.net"
  };

  private final Text text;

  PlatformIds(Text text) {
    this.text = text;
  }

  static boolean mayBegin(char first, char second) {
    return (first == 'w' && second == 'a')
        || (first == 'g' && second == 'B')
        || (first == 'u' && second == 's')
        || (Chars.isUpper(first) && Chars.isUpper(second));
  }

  /** The index after the id that begins at {@code start}, the start of a word, or {@code start}. */
  int match(int start, Found found) {
    char first = text.charAt(start);
    if (first == 'w' || first == 'g') {
      return message(start, found);
    }
    if (first == 'u' && text.startsWith(start, EARLIER)) {
      return earlierUser(start, found);
    }
    return Chars.isUpper(first) && start + 2 < text.length() && text.charAt(start + 2) == '.'
        ? user(start, found)
        : start;
  }

  private int message(int start, Found found) {
    for (String prefix : MESSAGES) {
      if (text.startsWith(start, prefix) && !gluedBefore(start)) {
        int end = start + prefix.length();
        while (end < text.length() && isBase64(text.charAt(end))) {
          end++;
        }
        int least = prefix.endsWith(".") ? SHORTEST_DOTTED : SHORTEST_MESSAGE;
        if (end - start >= prefix.length() + least) {
          found.at(WAMID, start, end, 0.95, "platform.message");
          return end;
        }
      }
    }
    return start;
  }

  /** The form of drafts: {@code user.} and 64 hexadecimal digits. */
  private int earlierUser(int start, Found found) {
    int end = start + EARLIER.length();
    while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    if (end - start != EARLIER.length() + EARLIER_DIGITS || gluedBefore(start)) {
      return start;
    }
    found.at(BSUID, start, end, 0.95, "platform.user");
    return end;
  }

  /** A country, a dot, perhaps {@code ENT.}, and letters and digits. */
  private int user(int start, Found found) {
    int body = text.startsWith(start + 3, PARENT) ? start + 3 + PARENT.length() : start + 3;
    int end = body;
    int digits = 0;
    while (end < text.length() && end - body <= LONGEST_USER && isWord(text.charAt(end))) {
      digits += Chars.isAsciiDigit(text.charAt(end)) ? 1 : 0;
      end++;
    }
    if (end - body < SHORTEST_USER
        || end - body > LONGEST_USER
        || digits < LEAST_DIGITS
        || gluedBefore(start)
        || !COUNTRIES.contains(Chars.copy(text, start, start + 2))) {
      return start;
    }
    found.at(BSUID, start, end, 0.9, "platform.user");
    return end;
  }

  /** The index after the address of media whose scheme ends with the colon at {@code colon}, or {@code colon}. */
  int link(int colon, Found found) {
    if (!text.startsWith(colon, "://") || colon < 4) {
      return colon;
    }
    int start = text.charAt(colon - 1) == 's' ? colon - 5 : colon - 4;
    if (start < 0 || !text.startsWith(start, "http")) {
      return colon;
    }
    int host = colon + 3;
    int hostEnd = host;
    while (hostEnd < text.length() && hostEnd - host < LONGEST_HOST && isHost(hostEnd)) {
      hostEnd++;
    }
    if (!isMediaHost(host, hostEnd)) {
      return colon;
    }
    int end = hostEnd;
    while (end < text.length() && end - start < LONGEST_ADDRESS && isAddress(text.charAt(end))) {
      end++;
    }
    found.at(MEDIA_URL, start, end, 0.95, "platform.media");
    return end;
  }

  private boolean isMediaHost(int from, int to) {
    String host = Chars.copy(text, from, to).toLowerCase(Locale.ROOT);
    for (String known : HOSTS) {
      if (host.endsWith(known)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHost(int i) {
    char c = text.charAt(i);
    return isWord(c) || c == '.' || c == '-';
  }

  private static boolean isAddress(char c) {
    return c > ' ' && c < 0x7F && c != '"' && c != '\'' && c != '<' && c != '>' && c != '\\';
  }

  private static boolean isWord(char c) {
    return Chars.isAsciiLetter(c) || Chars.isAsciiDigit(c);
  }

  private static boolean isBase64(char c) {
    return isWord(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_';
  }

  private boolean gluedBefore(int start) {
    return start > 0 && isWord(text.charAt(start - 1));
  }

  /** The index after the secret of an app token, {@code id|secret}, whose id stands from {@code start} to {@code end}, or {@code end}. */
  int appToken(int start, int end, Found found) {
    int digits = end - start;
    if (digits < 8 || digits > 20 || end >= text.length() || text.charAt(end) != '|') {
      return end;
    }
    int stop = end + 1;
    int letters = 0;
    while (stop < text.length() && isSecretPart(text.charAt(stop))) {
      letters += Chars.isAsciiLetter(text.charAt(stop)) ? 1 : 0;
      stop++;
    }
    if (stop - end <= 20 || letters == 0 || letters == stop - end - 1) {
      return end;
    }
    found.at(Tokens.META, end + 1, stop, 0.95, "secret.app-token");
    return stop;
  }

  private static boolean isSecretPart(char c) {
    return Chars.isAsciiLetter(c) || Chars.isAsciiDigit(c) || c == '_' || c == '-';
  }
}
