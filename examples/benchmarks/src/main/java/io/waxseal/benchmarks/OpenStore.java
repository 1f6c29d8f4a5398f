package io.waxseal.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.waxseal.store.Database;
import javax.sql.DataSource;

/**
 * A store in use: new connections, a pool of one, and Waxseal's database, which is over that pool unless it is in memory.
 */
record OpenStore(DataSource source, HikariDataSource pool, Database database, Runnable cleanUp)
    implements AutoCloseable {
  @Override
  public void close() {
    pool.close();
    cleanUp.run();
  }
}
