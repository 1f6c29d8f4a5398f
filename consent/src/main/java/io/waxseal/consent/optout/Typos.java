package io.waxseal.consent.optout;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keywords with a typing error: one in a short word, two in a long one. */
final class Typos {
  private static final int SHORTEST = 4;
  private static final int LONG = 8;

  /** Words of their own that are one letter from a keyword. */
  private static final Set<String> OTHER_WORDS = Set.of(
      "step",
      "shop",
      "stock",
      "stok",
      "stoff",
      "top",
      "snop",
      "slop",
      "stow",
      "stops",
      "stoop",
      "spot",
      "post",
      "start",
      "store",
      "estop",
      "atop",
      "stoc",
      "quiet",
      "quite",
      "suit",
      "quilt",
      "henty",
      "subscribe",
      "abonnieren",
      "anmelden",
      "aanmelden",
      "umelden",
      "tilmeld",
      "steps",
      "shops",
      "strop",
      "stopi",
      "sto",
      "stot",
      "topp",
      "stoy");

  private final Set<String> keywords = new HashSet<>();

  Typos(List<Pattern> strong) {
    for (Pattern pattern : strong) {
      if (pattern instanceof Pattern.Word word && word.word().length() >= SHORTEST) {
        keywords.add(word.word());
      }
    }
  }

  boolean isKeyword(String word) {
    return keywords.contains(word);
  }

  boolean isNear(String word) {
    if (word.length() < SHORTEST - 1 || OTHER_WORDS.contains(word) || isKeyword(word)) {
      return false;
    }
    return keywords.stream().anyMatch(keyword -> {
      int allowed = keyword.length() >= LONG ? 2 : 1;
      return Math.abs(keyword.length() - word.length()) <= allowed
          && distance(keyword, word) <= allowed;
    });
  }

  /** The word that was probably meant: the first of the nearest ones; empty if none is near. */
  static Optional<String> meant(String word, Set<String> known) {
    if (word.length() < SHORTEST || OTHER_WORDS.contains(word)) {
      return Optional.empty();
    }
    int allowed = word.length() >= LONG - 1 ? 2 : 1;
    return known.stream()
        .filter(other -> other.length() >= SHORTEST
            && Math.abs(other.length() - word.length()) <= allowed
            && distance(other, word) <= allowed)
        .min(Comparator.comparingInt((String other) -> distance(other, word))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** Inserted, missing, wrong and exchanged letters. */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}
