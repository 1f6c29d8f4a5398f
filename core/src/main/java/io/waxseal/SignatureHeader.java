package io.waxseal;

import io.waxseal.webhook.SignatureVerifier;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the signature among a host's headers, which may be a map that tells upper from lower case. */
final class SignatureHeader {
  private static final Pattern WORDS = Pattern.compile("(?<=-)");
  /** Each word in three cases: servers and gateways write names in many ways. Meta's own is asked for first. */
  private static final List<String> SPELLINGS = spellings();

  private SignatureHeader() {}

  static @Nullable String of(Function<String, @Nullable String> header) {
    for (String spelling : SPELLINGS) {
      String value = header.apply(spelling);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  private static List<String> spellings() {
    Stream<String> names = Stream.of("");
    for (String word : WORDS.splitAsStream(SignatureVerifier.HEADER).toList()) {
      names = names.flatMap(name -> Stream.of(word, lower(word), upper(word)).map(name::concat));
    }
    return names.distinct().toList();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
