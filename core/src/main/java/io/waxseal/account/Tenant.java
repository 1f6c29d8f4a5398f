package io.waxseal.account;

import java.util.regex.Pattern;

/**
 * A business portfolio: the outer boundary of every key, blind index and row. Two tenants never share a key, so the
 * same phone number leaves unrelated traces in each.
 *
 * @param id 1 to 64 characters of {@code a-z 0-9 _ -}; chosen by the host, stored in clear, never a person's data
 */
public record Tenant(String id) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9_-]{1,64}");

  /** The tenant of a host that serves one business portfolio. */
  public static final Tenant DEFAULT = new Tenant("default");

  /**
   * Checks the id.
   *
   * @param id 1 to 64 characters of {@code a-z 0-9 _ -}; chosen by the host, stored in clear, never a person's data
   * @throws IllegalArgumentException if {@code id} has another shape
   */
  public Tenant {
    if (!SHAPE.matcher(id).matches()) {
      throw new IllegalArgumentException("a tenant id is 1 to 64 characters of a-z 0-9 _ -");
    }
  }
}
