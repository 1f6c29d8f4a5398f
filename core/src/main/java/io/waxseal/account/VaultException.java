package io.waxseal.account;

/**
 * The vault cannot seal or open: a key is missing, or a sealed record is damaged, belongs to another place, or was not
 * made by this vault. Which of the three a record suffers from is not told apart.
 */
public final class VaultException extends WaxsealException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure of the vault.
   *
   * @param message which rule broke and what to do; never key or content
   */
  public VaultException(String message) {
    super(message, null);
  }
}
