package io.waxseal.consent;

import io.waxseal.contract.PostgresServer;
import javax.sql.DataSource;

final class PostgresFenceTest extends FenceOfConsent {
  @Override
  protected DataSource dataSource() {
    return PostgresServer.dataSource();
  }
}
