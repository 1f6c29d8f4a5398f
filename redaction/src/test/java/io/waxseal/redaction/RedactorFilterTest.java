package io.waxseal.redaction;

import io.waxseal.contract.InboundFilterContract;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.webhook.InboundFilter;
import javax.sql.DataSource;

final class RedactorFilterTest extends InboundFilterContract {
  @Override
  protected DataSource dataSource() {
    return SqliteMemory.dataSource();
  }

  @Override
  protected InboundFilter open() {
    return Redactor.standard().beforeHandlers().get(0);
  }

  @Override
  protected String telling() {
    return "my card is 4111 1111 1111 1111, the password is hunter2";
  }

  @Override
  protected long written() {
    return 0;
  }
}
