package io.waxseal.consent.optout;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A text as a list of words that compare: one form for case, width, accents of Latin, Greek and Hebrew letters, Arabic
 * hamza forms, look-alike letters and invisible characters. The vowel signs of Indic and Thai letters stay, since they
 * make the word. Scripts that write no spaces, and Hangul, give one word a character. Punctuation gives {@link #BREAK}.
 *
 * @param list the words and breaks
 * @param delighted whether it has an emoji of joy, which turns "stop" into praise
 * @param stopSign whether it has a stop sign
 * @param question whether it has a question mark
 */
record Words(List<String> list, boolean delighted, boolean stopSign, boolean question) {
  /** Stands for punctuation and line ends. */
  static final String BREAK = ",";

  /** "More" in chats of some languages. */
  private static final String MORE = "+";

  private static final String DELIGHT = "\ud83d\ude0d\ud83d\ude02\ud83e\udd23\ud83e\udd29"
      + "\ud83d\ude06\ud83d\ude01\ud83e\udd70\ud83d\ude18\ud83d\ude0b\ud83e\udd2d";
  private static final String STOP_SIGNS =
      "\ud83d\uded1\u26d4\ud83d\udeab\ud83d\udd15\u270b\ud83d\udeb7\ud83d\udcf5";
  private static final String APOSTROPHES = "'\u2019\u2018\u02bc\u00b4`";
  private static final List<String> ENGLISH_ENDINGS =
      List.of("t", "s", "re", "ll", "ve", "d", "m", "all");

  /** Letters of other alphabets that look like a Latin one, and the Latin ones. */
  private static final String LOOK_ALIKE =
      "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0442\u043c\u043d\u043a\u0432\u03bf\u03b1\u03c1\u03c4\u03c5\u03b9\u03ba\u03bd\u03b5\u03b7\u0501\u051b";

  private static final String LATIN = "aeopcyxijstmhkboaptuiknehdq";

  /** Of those the ones that no word of Russian or Ukrainian has. */
  private static final String ONLY_LOOK_ALIKE = "\u0455\u0501\u051b";

  static Words of(String text) {
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String apart = Normalizer.normalize(compatible, Normalizer.Form.NFD);
    Reader reader = new Reader();
    apart.codePoints().forEach(reader::read);
    reader.end();
    return new Words(
        joinedLetters(reader.words), reader.delighted, reader.stopSign, reader.question);
  }

  /** The words without breaks. */
  List<String> unbroken() {
    return list.stream().filter(word -> !word.equals(BREAK)).toList();
  }

  /** {@code s t o p} and {@code s.t.o.p} are one word. */
  private static List<String> joinedLetters(List<String> words) {
    List<String> letters = words.stream().filter(word -> !word.equals(BREAK)).toList();
    boolean spelled = letters.size() > 2
        && letters.stream().allMatch(word -> word.length() == 1 && !writesNoSpaces(word.charAt(0)));
    return Collections.unmodifiableList(spelled ? List.of(String.join("", letters)) : words);
  }

  static boolean writesNoSpaces(int point) {
    return switch (UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
      default -> point == '\u30fc';
    };
  }

  /** Reads decomposed text, code point by code point. */
  private static final class Reader {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private UnicodeScript base = UnicodeScript.COMMON;
    private boolean afterApostrophe;
    private boolean delighted;
    private boolean stopSign;
    private boolean question;

    void read(int point) {
      int type = Character.getType(point);
      if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
        mark(point);
      } else if (Character.isLetterOrDigit(point)) {
        letter(point);
      } else if (type != Character.FORMAT && type != Character.ENCLOSING_MARK) {
        other(point, type);
      }
    }

    private void mark(int point) {
      boolean counts = switch (base) {
        case CYRILLIC -> point == 0x306 || (point == 0x308 && last() != 0x435);
        case LATIN, GREEK, HEBREW, ARABIC, COMMON -> false;
        default -> point != 0x93c && point != 0x9bc;
      };
      if (counts && word.length() > 0) {
        word.appendCodePoint(point == 0x901 ? 0x902 : point);
      }
    }

    private int last() {
      return word.length() == 0 ? 0 : word.codePointBefore(word.length());
    }

    private void letter(int point) {
      base = UnicodeScript.of(point);
      if (point == 0x640) {
        return;
      }
      // a Hangul syllable comes apart into letters; a leading one starts the next syllable
      boolean startsSyllable = point >= 0x1100 && point < 0x1160;
      boolean insideSyllable = point >= 0x1160 && point <= 0x11ff;
      boolean alone = (writesNoSpaces(point) && !insideSyllable) || startsSyllable;
      boolean next = word.length() > 0 && !insideSyllable && writesNoSpaces(word.codePointAt(0));
      if (alone || next) {
        flush();
      }
      word.append(folded(point));
    }

    private static String folded(int point) {
      return switch (point) {
        case 0x131 -> "i";
        case 0xdf -> "ss";
        case 0xf8 -> "o";
        case 0xe6 -> "ae";
        case 0x153 -> "oe";
        case 0x142 -> "l";
        case 0x111, 0xf0 -> "d";
        case 0x3c2 -> "\u03c3";
        case 0x671 -> "\u0627";
        case 0x649, 0x6cc -> "\u064a";
        case 0x629 -> "\u0647";
        case 0x6a9 -> "\u0643";
        default -> Character.toString(point);
      };
    }

    private void other(int point, int type) {
      if (APOSTROPHES.indexOf(point) >= 0) {
        apostrophe();
        return;
      }
      flush();
      if (point == '+') {
        words.add(MORE);
      } else if (DELIGHT.codePoints().anyMatch(emoji -> emoji == point)) {
        delighted = true;
      } else if (STOP_SIGNS.codePoints().anyMatch(emoji -> emoji == point)) {
        stopSign = true;
      } else if (point == '\n' || isBreak(type)) {
        question |= point == '?' || point == 0x61f || point == 0x37e;
        if (!words.isEmpty() && !words.get(words.size() - 1).equals(BREAK)) {
          words.add(BREAK);
        }
      }
    }

    private static boolean isBreak(int type) {
      return type == Character.OTHER_PUNCTUATION
          || type == Character.START_PUNCTUATION
          || type == Character.END_PUNCTUATION
          || type == Character.INITIAL_QUOTE_PUNCTUATION
          || type == Character.FINAL_QUOTE_PUNCTUATION;
    }

    /** English goes on over it (don't), other languages begin a word behind it (l'abonnement). */
    private void apostrophe() {
      flush();
      afterApostrophe = !words.isEmpty() && !words.get(words.size() - 1).equals(BREAK);
    }

    private void flush() {
      if (word.length() == 0) {
        afterApostrophe = false;
        return;
      }
      String whole = Normalizer.normalize(unmasked(squeezed(word)), Normalizer.Form.NFC);
      word.setLength(0);
      if (afterApostrophe && ENGLISH_ENDINGS.contains(whole)) {
        words.set(words.size() - 1, words.get(words.size() - 1) + whole);
      } else {
        words.add(whole);
      }
      afterApostrophe = false;
    }

    private void end() {
      flush();
      while (!words.isEmpty() && words.get(words.size() - 1).equals(BREAK)) {
        words.remove(words.size() - 1);
      }
    }

    /** Three and more of one letter are emphasis. */
    private static String squeezed(CharSequence word) {
      StringBuilder squeezed = new StringBuilder();
      int i = 0;
      while (i < word.length()) {
        int end = i + 1;
        while (end < word.length() && word.charAt(end) == word.charAt(i)) {
          end++;
        }
        boolean emphasis = end - i > 2 && Character.isLetter(word.charAt(i));
        squeezed.append(word, i, emphasis ? i + 1 : end);
        i = end;
      }
      return squeezed.toString();
    }

    /** A word that mixes Latin letters with Cyrillic or Greek ones was written to look Latin. */
    private static String unmasked(String word) {
      boolean latin = has(word, UnicodeScript.LATIN)
          || word.chars().anyMatch(letter -> ONLY_LOOK_ALIKE.indexOf(letter) >= 0);
      if (!latin || !(has(word, UnicodeScript.CYRILLIC) || has(word, UnicodeScript.GREEK))) {
        return word;
      }
      StringBuilder unmasked = new StringBuilder();
      word.chars().forEach(letter -> {
        int known = LOOK_ALIKE.indexOf(letter);
        unmasked.append(known < 0 ? (char) letter : LATIN.charAt(known));
      });
      return unmasked.toString();
    }

    private static boolean has(String word, UnicodeScript script) {
      return word.codePoints().anyMatch(point -> UnicodeScript.of(point) == script);
    }
  }
}
