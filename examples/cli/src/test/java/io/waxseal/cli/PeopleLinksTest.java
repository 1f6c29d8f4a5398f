package io.waxseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonLink;
import io.waxseal.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class PeopleLinksTest {
  private static final ContactPoint ADA = ContactPoint.bsuid("US.1001");
  private static final ContactPoint FRIEND = ContactPoint.bsuid("US.1003");

  @TempDir
  private Path folder;

  private Path file;
  private Database database;
  private PersonDirectory people;

  @BeforeEach
  void write() {
    file = folder.resolve("waxseal.db");
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    database = Database.on(source);
    people = PersonDirectory.on(database, SealedVault.on(database, Kek.inMemoryForTests()));
  }

  private Person person(Tenant tenant, LinkEvidence evidence, ContactPoint... points) {
    return database.inTransaction(tx -> people.findOrCreate(tx, tenant, Set.of(points), evidence));
  }

  private Person person(ContactPoint point) {
    return person(Tenant.DEFAULT, LinkEvidence.ASSERTED_BY_HOST, point);
  }

  private PersonLink friends(Tenant tenant) {
    person(tenant, LinkEvidence.ASSERTED_BY_HOST, ADA);
    person(tenant, LinkEvidence.ASSERTED_BY_HOST, FRIEND);
    return database.inTransaction(tx -> people.link(tx, tenant, ADA, FRIEND));
  }

  @Test
  void aLinkIsShownByPseudonymsAlone() {
    PersonLink link = friends(Tenant.DEFAULT);
    Run run = Run.of("people", "links", file);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).hasSize(1);
    List<String> fields = List.of(run.out().strip().split("\t"));
    assertThat(fields)
        .startsWith(link.at().toString(), link.id().toString(), "WEAK", "WEAK")
        .contains(person(ADA).id().toString(), person(FRIEND).id().toString())
        .hasSize(7);
    assertThat(run.out()).doesNotContain("US.100");
  }

  @Test
  void aLinkThatWasTakenBackIsNotShown() {
    PersonLink link = friends(Tenant.DEFAULT);
    database.useTransaction(tx -> assertThat(people.unlink(tx, link)).isTrue());
    Run run = Run.of("people", "links", file);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
  }

  @Test
  void onlyTheLinksOfATenantAreShown() {
    friends(Tenant.DEFAULT);
    PersonLink other = friends(new Tenant("other"));
    assertThat(Run.of("people", "links", file).lines()).hasSize(2);
    assertThat(Run.of("people", "links", file, "--tenant", "other").lines())
        .singleElement()
        .asString()
        .contains(other.id().toString());
  }

  @Test
  void nothingIsMadeOrChanged() throws IOException {
    friends(Tenant.DEFAULT);
    Path copy = Files.createDirectories(folder.resolve("copy"));
    Files.copy(file, copy.resolve("waxseal.db"));
    Map<String, List<Object>> before = Trail.state(copy);
    Run.of("people", "links", copy.resolve("waxseal.db"));
    assertThat(Trail.state(copy)).isEqualTo(before);
  }

  @Test
  void aDatabaseWithoutPeopleIsRefusedWithWhatToDo() {
    Path empty = folder.resolve("trail.db");
    new Trail(empty).record(1);
    Run run = Run.of("people", "links", empty);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("waxseal: ").contains("start the host once");
  }
}
