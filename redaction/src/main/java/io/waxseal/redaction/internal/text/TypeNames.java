package io.waxseal.redaction.internal.text;

/**
 * The names of all entity types of this process: what labels can stand in a text that was redacted here. Looked up by a
 * part of a text, without making a string of it.
 */
public final class TypeNames {

  public static final int LONGEST = 40;

  private static volatile String[] table = new String[64];
  private static int size;

  private TypeNames() {}

  /** Two to 40 of A-Z, 0-9 and _, a letter first. */
  public static boolean isWellFormed(String name) {
    if (name.length() < 2 || name.length() > LONGEST || !Chars.isUpper(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (!isNameChar(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  public static boolean isNameChar(char c) {
    return Chars.isUpper(c) || Chars.isAsciiDigit(c) || c == '_';
  }

  public static synchronized void add(String name) {
    if (knows(name, 0, name.length())) {
      return;
    }
    String[] grown = new String[size * 2 >= table.length ? table.length * 2 : table.length];
    for (String known : table) {
      if (known != null) {
        put(grown, known);
      }
    }
    put(grown, name);
    size++;
    table = grown;
  }

  public static boolean knows(CharSequence text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    String[] names = table;
    for (int slot = slot(hash, names); ; slot = slot + 1 & names.length - 1) {
      String name = names[slot];
      if (name == null) {
        return false;
      }
      if (isAt(name, text, from, to)) {
        return true;
      }
    }
  }

  public static boolean hasPrefix(String prefix) {
    for (String name : table) {
      if (name != null && name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a part of a text is a name. */
  public static boolean isAt(String name, CharSequence text, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != name.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  private static void put(String[] names, String name) {
    int slot = slot(name.hashCode(), names);
    while (names[slot] != null) {
      slot = slot + 1 & names.length - 1;
    }
    names[slot] = name;
  }

  private static int slot(int hash, String[] names) {
    return (hash ^ hash >>> 16) & names.length - 1;
  }
}
