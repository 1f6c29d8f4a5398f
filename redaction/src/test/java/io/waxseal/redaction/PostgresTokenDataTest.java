package io.waxseal.redaction;

import io.waxseal.contract.PostgresServer;
import javax.sql.DataSource;

final class PostgresTokenDataTest extends TokenDataTest {

  @Override
  DataSource dataSource() {
    return PostgresServer.dataSource();
  }
}
