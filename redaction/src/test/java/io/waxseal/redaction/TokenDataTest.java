package io.waxseal.redaction;

import io.waxseal.contract.CrashPoints;
import io.waxseal.contract.PersonalDataSourceContract;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.store.Database;
import javax.sql.DataSource;

class TokenDataTest extends PersonalDataSourceContract {

  private final DataSource dataSource = dataSource();
  private final Shop shop = new Shop(Database.migrating(dataSource));
  private final Redactor redactor = shop.joined(PolicyRule.export(Treatment.token(1), "*"));

  DataSource dataSource() {
    return SqliteMemory.dataSource();
  }

  @Override
  protected PersonalDataSource open(CrashPoints crashes) {
    return shop.twin(Database.migrating(crashes.on(dataSource)))
        .joined(PolicyRule.export(Treatment.token(1), "*"))
        .personalData()
        .get(0);
  }

  @Override
  protected void remember(Person person) {
    redactor
        .filter(Direction.EXPORT)
        .of(person)
        .redactText("mail ana@example.com, ben@example.com");
  }
}
