package io.waxseal.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What happens inside a transaction.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface TransactionBody<T extends @Nullable Object> {
  /**
   * Runs inside the transaction; an exception rolls it back.
   *
   * @param transaction the transaction, valid until this method returns
   * @return the result
   * @throws SQLException if the database refuses; the caller of {@link Database#inTransaction} sees a {@code
   *     StoreException}
   */
  T run(Transaction transaction) throws SQLException;
}
