package io.waxseal.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page with a block between two marks that belongs to the machine. */
final class Document {
  static final String BEGIN = "<!-- what the command printed: begin -->\n";
  static final String END = "<!-- what the command printed: end -->\n";

  private Document() {}

  static void replaceBlock(Path page, String printed) throws IOException {
    Files.writeString(page, withBlock(Files.readString(page), printed));
  }

  static String withBlock(String page, String printed) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("the page has no block for what was printed");
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + printed + "\n" + page.substring(end);
  }
}
