package io.waxseal.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.contract.PersonDirectoryContract;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestVault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqlitePersonDirectoryTest extends PersonDirectoryContract {
  @TempDir
  private Path folder;

  @Override
  protected DataSource dataSource() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("people.db"));
    return source;
  }

  @Override
  protected PersonDirectory open(Database database) {
    return PersonDirectory.on(database, new TestVault(database));
  }

  @Test
  void theFileShowsNoNumberAndNoId() throws Exception {
    Set<ContactPoint> points =
        Set.of(ContactPoint.phone("15550001111"), ContactPoint.bsuid("US.13491208655302741918"));
    PersonDirectory directory = open(database());
    database()
        .inTransaction(tx ->
            directory.findOrCreate(tx, Tenant.DEFAULT, points, LinkEvidence.SAME_SIGNED_PAYLOAD));
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(all.toString())
        .contains("wx_person_sighting")
        .doesNotContain("15550001111")
        .doesNotContain("13491208655302741918")
        .doesNotContain("31353535303030");
  }

  @Test
  void aDirectoryOpenedAgainKnowsThePeople() {
    TestVault vault = new TestVault(database());
    PersonDirectory first = PersonDirectory.on(database(), vault);
    Set<ContactPoint> point = Set.of(ContactPoint.phone("15550002222"));
    Person person = database()
        .inTransaction(
            tx -> first.findOrCreate(tx, Tenant.DEFAULT, point, LinkEvidence.SAME_SIGNED_PAYLOAD));
    assertThat(PersonDirectory.on(database(), vault).find(Tenant.DEFAULT, point))
        .contains(person);
  }
}
