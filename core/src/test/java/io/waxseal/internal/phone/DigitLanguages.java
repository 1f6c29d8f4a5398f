package io.waxseal.internal.phone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finite sets of digit strings, each the start of one shared automaton without circles. Equal sets are the same number, so
 * the automaton of any of them is the smallest there is.
 */
final class DigitLanguages {

  /** The set without any string. */
  static final int NONE = 0;

  /** The set of the empty string alone. */
  static final int EMPTY = 1;

  private static final int DIGITS = 10;

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final Map<Operands, Integer> known = new HashMap<>();
  private final Map<Integer, Integer> lengths = new HashMap<>();

  private enum Operation {
    UNION,
    INTERSECTION,
    DIFFERENCE,
    CONCATENATION
  }

  private record Operands(Operation operation, int left, int right) {}

  /** What follows each digit, and whether a string may end here. */
  private record Node(boolean end, List<Integer> next) {}

  DigitLanguages() {
    node(false, new int[DIGITS]);
    node(true, new int[DIGITS]);
  }

  /** The strings of one digit, a bit for each. */
  int oneOf(int digits) {
    int[] next = new int[DIGITS];
    for (int d = 0; d < DIGITS; d++) {
      next[d] = (digits >> d & 1) == 1 ? EMPTY : NONE;
    }
    return node(false, next);
  }

  int word(String digits) {
    int word = EMPTY;
    for (int i = digits.length() - 1; i >= 0; i--) {
      word = concatenation(oneOf(1 << (digits.charAt(i) - '0')), word);
    }
    return word;
  }

  /** All strings of so many digits. */
  int any(int digits) {
    return repeated(oneOf((1 << DIGITS) - 1), digits, digits);
  }

  int repeated(int set, int least, int most) {
    int more = EMPTY;
    for (int i = least; i < most; i++) {
      more = union(EMPTY, concatenation(set, more));
    }
    for (int i = 0; i < least; i++) {
      more = concatenation(set, more);
    }
    return more;
  }

  int union(int left, int right) {
    return of(Operation.UNION, left, right);
  }

  int intersection(int left, int right) {
    return of(Operation.INTERSECTION, left, right);
  }

  int difference(int left, int right) {
    return of(Operation.DIFFERENCE, left, right);
  }

  int concatenation(int left, int right) {
    return of(Operation.CONCATENATION, left, right);
  }

  boolean ends(int set) {
    return nodes.get(set).end();
  }

  /** The lengths of the strings: bit n for n digits. */
  int lengths(int set) {
    Integer computed = lengths.get(set);
    if (computed != null) {
      return computed;
    }
    int result = ends(set) ? 1 : 0;
    for (int next : nodes.get(set).next()) {
      result |= next == NONE ? 0 : lengths(next) << 1;
    }
    lengths.put(set, result);
    return result;
  }

  /** What may follow a digit. */
  int next(int set, int digit) {
    return nodes.get(set).next().get(digit);
  }

  private int of(Operation operation, int left, int right) {
    Operands operands = new Operands(operation, left, right);
    Integer result = known.get(operands);
    if (result == null) {
      result = compute(operands);
      known.put(operands, result);
    }
    return result;
  }

  private int compute(Operands operands) {
    int left = operands.left();
    int right = operands.right();
    switch (operands.operation()) {
      case UNION -> {
        return left == NONE || left == right
            ? right
            : right == NONE ? left : pairwise(operands, ends(left) || ends(right));
      }
      case INTERSECTION -> {
        return left == NONE || right == NONE
            ? NONE
            : left == right ? left : pairwise(operands, ends(left) && ends(right));
      }
      case DIFFERENCE -> {
        return left == NONE || left == right
            ? NONE
            : right == NONE ? left : pairwise(operands, ends(left) && !ends(right));
      }
      default -> {
        if (left == NONE || right == NONE) {
          return NONE;
        }
        int[] next = new int[DIGITS];
        for (int d = 0; d < DIGITS; d++) {
          next[d] = concatenation(next(left, d), right);
        }
        int longer = node(false, next);
        return ends(left) ? union(longer, right) : longer;
      }
    }
  }

  private int pairwise(Operands operands, boolean end) {
    int[] next = new int[DIGITS];
    for (int d = 0; d < DIGITS; d++) {
      next[d] = of(operands.operation(), next(operands.left(), d), next(operands.right(), d));
    }
    return node(end, next);
  }

  private int node(boolean end, int[] next) {
    Node node = new Node(end, Arrays.stream(next).boxed().toList());
    Integer number = numbers.putIfAbsent(node, nodes.size());
    if (number == null) {
      nodes.add(node);
      return nodes.size() - 1;
    }
    return number;
  }
}
