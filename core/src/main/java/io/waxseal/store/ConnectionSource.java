package io.waxseal.store;

import java.sql.SQLException;

/** Lends one connection for one transaction. */
interface ConnectionSource {
  Loan borrow() throws SQLException;
}
