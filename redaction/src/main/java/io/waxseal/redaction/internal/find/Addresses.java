package io.waxseal.redaction.internal.find;

import io.waxseal.redaction.detect.EntityType;
import io.waxseal.redaction.internal.text.Chars;
import io.waxseal.redaction.internal.text.DigitRun;
import io.waxseal.redaction.internal.text.Lexicon;
import io.waxseal.redaction.internal.text.Text;

/** Addresses of machines: IPv4, IPv6 (RFC 4291) and MAC. */
public final class Addresses {

  static final EntityType IP = new EntityType("IP");

  private static final EntityType MAC = new EntityType("MAC");
  private static final int LONGEST_V6 = 46;
  private static final int WINDOW = 20;

  /** Of an address that is not shortened and ends in four decimal bytes, or of six pairs. */
  private static final int LEAST_COLONS = 5;

  private static final Lexicon VERSIONS = versions();

  private final Text text;

  Addresses(Text text) {
    this.text = text;
  }

  private static Lexicon versions() {
    Lexicon.Builder words = new Lexicon.Builder(0);
    words.add(
        1,
        "version, versions, ver, v, versión, versão, versione, versi, sürüm, версия, версии, إصدار, الإصدار, 版本, バージョン, 버전, wersja, verze, build, release, firmware, section, sections, clause, chapter, whatsapp, app, android, ios, update, upgrade, sección, seção, abschnitt, kapitel, article, §, section n°, paragraph, para, rev, revision, patch, sdk, api, driver, chrome, firefox, windows, oid, aggiornamento, actualización, atualização, güncelleme, обновление, 更新, アップデート");
    return words.build();
  }

  /** Whether four groups from {@code group} are an IPv4 address; tells it if so. */
  boolean v4(DigitRun run, int group, Found found) {
    if (group + 4 > run.groups()) {
      return false;
    }
    for (int i = group; i < group + 4; i++) {
      if (run.length(i) > 3
          || run.number(i, 0, run.length(i)) > 255
          || (run.length(i) > 1 && run.digit(i, 0) == 0)
          || run.end(i) - run.start(i) != run.length(i)
          || (i < group + 3
              && (run.separatorAfter(i) != '.' || run.start(i + 1) - run.end(i) != 1))) {
        return false;
      }
    }
    int start = run.start(group);
    int end = run.end(group + 3);
    if (glued(start - 1, -1) || glued(end, 1) || speaksOfVersions(start, end)) {
      return false;
    }
    found.at(IP, start, end, 0.85, "ip.v4");
    return true;
  }

  private boolean glued(int i, int direction) {
    if (i < 0 || i >= text.length()) {
      return false;
    }
    char c = text.charAt(i);
    if (c == '.') {
      int beyond = i + direction;
      return beyond >= 0
          && beyond < text.length()
          && Character.isLetterOrDigit(text.charAt(beyond));
    }
    boolean suffix = c == '-'
        && direction > 0
        && i + 1 < text.length()
        && Chars.isAsciiLetter(text.charAt(i + 1));
    return (Character.isLetterOrDigit(c) && !Chars.isUnspaced(c))
        || c == '_'
        || suffix
        || (direction < 0 && c == '@');
  }

  private boolean speaksOfVersions(int start, int end) {
    int floor = Math.max(0, start - WINDOW);
    for (int i = start - 1; i >= floor; i--) {
      char c = text.charAt(i);
      if (c == '\n') {
        break;
      }
      if (Words.begins(text, i, c) && VERSIONS.longest(text, i, start) != 0) {
        return true;
      }
    }
    int next = end;
    while (next < text.length() && Chars.isSpace(text.charAt(next))) {
      next++;
    }
    return next < text.length() && VERSIONS.longest(text, next, text.length()) != 0;
  }

  /** The index after the address whose first colon stands at {@code colon}, or {@code colon}. */
  int colons(int colon, int floor, Found found) {
    int start = colon;
    while (start > floor && colon - start < 5 && isHex(text.charAt(start - 1))) {
      start--;
    }
    if (colon - start > 4
        || (start > 0 && isPart(text.charAt(start - 1)))
        || colon + 1 >= text.length()
        || !(isHex(text.charAt(colon + 1)) || text.charAt(colon + 1) == ':')) {
      return colon;
    }
    int end = colon;
    int colons = 0;
    boolean shortened = false;
    int limit = Math.min(text.length(), start + LONGEST_V6);
    while (end < limit
        && (isHex(text.charAt(end)) || text.charAt(end) == ':' || text.charAt(end) == '.')) {
      colons += text.charAt(end) == ':' ? 1 : 0;
      shortened |= text.charAt(end) == ':' && end > start && text.charAt(end - 1) == ':';
      end++;
    }
    if (!shortened && colons < LEAST_COLONS) {
      return colon;
    }
    while (end > colon
        && (text.charAt(end - 1) == '.'
            || (text.charAt(end - 1) == ':' && text.charAt(end - 2) != ':'))) {
      end--;
    }
    if (end < text.length() && isPart(text.charAt(end))) {
      return colon;
    }
    if (isMac(start, end)) {
      found.at(MAC, start, end, 0.9, "mac");
      return end;
    }
    if (isV6(Chars.copy(text, start, end))) {
      found.at(IP, start, end, 0.9, "ip.v6");
      return end;
    }
    return colon;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == ':';
  }

  private static boolean isHex(char c) {
    return Chars.isAsciiDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }

  /** Six pairs of hexadecimal digits with colons between. */
  private boolean isMac(int start, int end) {
    if (end - start != 17) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if ((i - start) % 3 == 2 ? c != ':' : !isHex(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isV6(String address) {
    int shortened = address.indexOf("::");
    if (shortened >= 0 && (address.indexOf("::", shortened + 1) >= 0 || address.length() < 6)) {
      return false;
    }
    int groups = 0;
    String rest = address;
    int dot = address.indexOf('.');
    if (dot >= 0) {
      int last = address.lastIndexOf(':');
      if (address.substring(last + 1).split("\\.", -1).length != 4) {
        return false;
      }
      groups = 2;
      rest = address.substring(0, last);
    }
    for (String group : rest.split(":", -1)) {
      if (group.length() > 4) {
        return false;
      }
      groups += group.isEmpty() ? 0 : 1;
    }
    return shortened >= 0 ? groups >= 2 && groups < 8 : groups == 8;
  }
}
