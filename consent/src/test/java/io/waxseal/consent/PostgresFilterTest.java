package io.waxseal.consent;

import io.waxseal.contract.PostgresServer;
import javax.sql.DataSource;

final class PostgresFilterTest extends FilterOfConsent {
  @Override
  protected DataSource dataSource() {
    return PostgresServer.dataSource();
  }
}
