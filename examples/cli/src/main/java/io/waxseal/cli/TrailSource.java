package io.waxseal.cli;

import java.sql.Connection;

/** A database opened to read an audit trail: through its connection nothing can be written, and one state is seen. */
sealed interface TrailSource extends AutoCloseable permits ReadOnlyDatabase, ReadOnlyServer {
  Connection connection();

  /** To be called after the last read: says so if what was read is not one state after all. */
  void requireUnchanged();

  @Override
  void close();
}
