package io.waxseal.account;

/**
 * The key to the content of a {@link Secret}. It does nothing but make each place that reads a secret easy to find: a
 * reviewer searches for this name. An architecture test lists the classes that may use it.
 */
public final class SecretAccess {
  private static final SecretAccess INSTANCE = new SecretAccess();

  private SecretAccess() {}

  /**
   * Grants access to the content of secrets; write it only where the content is used at once.
   *
   * @return the access
   */
  public static SecretAccess granted() {
    return INSTANCE;
  }
}
