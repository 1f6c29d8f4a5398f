package io.waxseal.consent.optout;

/** Hides what a message quotes: the words of somebody else. A message that is one quotation is the customer's own. */
final class Quotes {
  private static final String OPEN = "\"\u201c\u201e\u00ab\u300c";
  private static final String CLOSE = "\"\u201d\u201c\u00bb\u300d";
  private static final int WORDS_AROUND = 3;

  private Quotes() {}

  static String hide(String text) {
    StringBuilder outside = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int mark = OPEN.indexOf(text.charAt(i));
      int end = mark < 0 ? -1 : text.indexOf(CLOSE.charAt(mark), i + 1);
      if (end < 0) {
        outside.append(text.charAt(i));
        i++;
      } else {
        outside.append(" , ");
        i = end + 1;
      }
    }
    boolean around = Words.of(outside.toString()).unbroken().size() >= WORDS_AROUND;
    return around ? outside.toString() : text;
  }
}
