package io.waxseal.store;

import java.sql.SQLException;

/** What happens inside a transaction and has no result. */
@FunctionalInterface
public interface TransactionUse {
  /**
   * Runs inside the transaction; an exception rolls it back.
   *
   * @param transaction the transaction, valid until this method returns
   * @throws SQLException if the database refuses; the caller of {@link Database#useTransaction} sees a {@code
   *     StoreException}
   */
  void run(Transaction transaction) throws SQLException;
}
