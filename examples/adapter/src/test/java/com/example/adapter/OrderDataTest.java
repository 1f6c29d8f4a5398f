package com.example.adapter;

import io.waxseal.contract.CrashPoints;
import io.waxseal.contract.PersonalDataSourceContract;
import io.waxseal.contract.SqliteMemory;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import javax.sql.DataSource;

class OrderDataTest extends PersonalDataSourceContract {
  private final DataSource database = OrderTables.in(SqliteMemory.dataSource());

  @Override
  protected PersonalDataSource open(CrashPoints crashes) {
    return new OrderData(crashes.on(database));
  }

  @Override
  protected void remember(Person person) {
    OrderTables.order(database, person, "12 Quay Street");
    OrderTables.note(database, person, "prefers the corner table");
  }
}
