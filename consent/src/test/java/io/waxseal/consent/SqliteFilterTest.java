package io.waxseal.consent;

import io.waxseal.contract.SqliteMemory;
import javax.sql.DataSource;

final class SqliteFilterTest extends FilterOfConsent {
  @Override
  protected DataSource dataSource() {
    return SqliteMemory.dataSource();
  }
}
