package io.waxseal.consent;

import io.waxseal.contract.SqliteMemory;
import javax.sql.DataSource;

final class SqliteFenceTest extends FenceOfConsent {
  @Override
  protected DataSource dataSource() {
    return SqliteMemory.dataSource();
  }
}
