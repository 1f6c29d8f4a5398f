package io.waxseal.audit;

import java.util.Arrays;

/** A few bytes as a value. */
final class Bytes {
  private final byte[] content;

  Bytes(byte[] content) {
    this.content = content.clone();
  }

  byte[] toArray() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "Bytes[" + content.length + "]";
  }
}
