package io.waxseal.consent.people;

/** A name by which the model knows a human, or the trace of one. */
record Point(Kind kind, int number) implements Comparable<Point> {
  /** What a name is. Accounts come before movers, so that a person who has an account is called by it. */
  enum Kind {
    PHONE("P"),
    USER("U"),
    PARENT("V"),
    MOVER("M"),
    NOBODY("?");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  static Point phone(int number) {
    return new Point(Kind.PHONE, number);
  }

  static Point user(int number) {
    return new Point(Kind.USER, number);
  }

  static Point parent(int number) {
    return new Point(Kind.PARENT, number);
  }

  boolean isPhone() {
    return kind == Kind.PHONE;
  }

  @Override
  public int hashCode() {
    return number * 31 + kind.ordinal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Point point && point.kind == kind && point.number == number;
  }

  @Override
  public int compareTo(Point other) {
    return kind == other.kind ? Integer.compare(number, other.number) : kind.compareTo(other.kind);
  }

  @Override
  public String toString() {
    return kind.letter + number;
  }
}
