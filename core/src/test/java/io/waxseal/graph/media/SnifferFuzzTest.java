package io.waxseal.graph.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever bytes a file begins with and whatever it is said to be: an answer, and never yes to a program. */
class SnifferFuzzTest {
  private static final String[] TYPES = {
    "image/jpeg",
    "image/png",
    "image/webp",
    "video/mp4",
    "audio/ogg",
    "audio/mpeg",
    "audio/aac",
    "application/pdf",
    "text/plain",
    "application/zip",
    "application/msword",
    "odd/odd",
    ""
  };

  @FuzzTest
  void aProgramIsNoPicture(FuzzedDataProvider data) {
    String type = data.pickValue(TYPES);
    byte[] head = data.consumeRemainingAsBytes();
    int length = Math.min(head.length, Sniffer.HEAD);
    boolean fits = Sniffer.fits(type, head, length);
    String start = new String(head, 0, Math.min(4, length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("MZ") || start.equals("\u007fELF")) {
      assertThat(fits).isFalse();
    }
  }
}
