package io.waxseal.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Lends one connection for one transaction. */
interface ConnectionSource {
  Connection borrow() throws SQLException;

  void giveBack(Connection connection) throws SQLException;
}
