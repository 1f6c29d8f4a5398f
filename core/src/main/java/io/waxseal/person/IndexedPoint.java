package io.waxseal.person;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A contact point as a database knows it: its kind and its keyed hash, which tells nobody the number or id. The hash is the
 * one under which stops outlive an erasure. Immutable.
 */
public final class IndexedPoint implements Comparable<IndexedPoint> {
  /** What a point is. The codes are stored and never change. */
  public enum Kind {
    /** A phone number, which passes from human to human. */
    PHONE("P"),
    /** An account of WhatsApp, named by its business-scoped user id: one human for ever. */
    ACCOUNT("U"),
    /** An account, named by its parent user id. */
    PARENT("V"),
    /** The human who moved from one phone to another by Meta's word, while no user id was told. */
    MOVED("M"),
    /** A phone, for what came from it when nobody could know who had it. */
    NOBODY("N");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static Kind of(String code) {
      for (Kind kind : values()) {
        if (kind.code.equals(code)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of point has this code");
    }
  }

  private final Kind kind;
  private final byte[] index;
  private final int hash;

  private IndexedPoint(Kind kind, byte[] index) {
    this.kind = kind;
    this.index = index;
    hash = 31 * Arrays.hashCode(index) + kind.hashCode();
  }

  /**
   * A point whose kind and keyed hash a store kept.
   *
   * @param kind what it is
   * @param index what {@link #index} gave
   * @return the point
   */
  public static IndexedPoint of(Kind kind, byte[] index) {
    return new IndexedPoint(kind, index.clone());
  }

  /**
   * A phone whose keyed hash a store kept.
   *
   * @param index what {@link #index} gave
   * @return the phone
   */
  public static IndexedPoint phone(byte[] index) {
    return of(Kind.PHONE, index);
  }

  /**
   * An account whose keyed hash a store kept.
   *
   * @param index what {@link #index} gave
   * @return the account
   */
  public static IndexedPoint account(byte[] index) {
    return of(Kind.ACCOUNT, index);
  }

  /** {@return what it is} */
  public Kind kind() {
    return kind;
  }

  /** {@return its keyed hash, as stores keep it; a copy} */
  public byte[] index() {
    return index.clone();
  }

  /** {@return whether it is a phone, which names nobody for ever} */
  public boolean isPhone() {
    return kind == Kind.PHONE;
  }

  @Override
  public int compareTo(IndexedPoint other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : Arrays.compareUnsigned(index, other.index);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexedPoint point
        && kind == point.kind
        && Arrays.equals(index, point.index);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** {@return its kind and the first bytes of its hash, which lead nowhere without the key} */
  @Override
  public String toString() {
    return kind + "[" + HexFormat.of().formatHex(index, 1, Math.min(5, index.length)) + "]";
  }
}
