package io.waxseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.StoreException;
import io.waxseal.account.Tenant;
import io.waxseal.guard.Guard;
import io.waxseal.guard.Wiring;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonLink;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestVault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What a tool does to a host's database without being the host. */
final class UpkeepTest {
  private static final ContactPoint ADA = ContactPoint.bsuid("US.1001");
  private static final ContactPoint FRIEND = ContactPoint.bsuid("US.1003");
  private static final By ANA = By.agent("ana");
  private static final Because WRONG = Because.correction("case 17");

  private final Database database = Database.inMemory();
  private final TestVault vault = new TestVault(database);
  private final List<Wiring> joined = new ArrayList<>();
  private final Guard guard = new Guard() {
    @Override
    public void joined(Wiring wiring) {
      joined.add(wiring);
    }
  };
  private final Upkeep upkeep = Upkeep.open(database, vault, PersonDirectory.STANDARD_TRUST, guard);

  private PersonLink link() {
    PersonDirectory people = upkeep.people();
    return database.inTransaction(tx -> {
      for (ContactPoint point : List.of(ADA, FRIEND)) {
        people.findOrCreate(tx, Tenant.DEFAULT, Set.of(point), LinkEvidence.ASSERTED_BY_HOST);
      }
      return people.link(tx, Tenant.DEFAULT, ADA, FRIEND);
    });
  }

  private long audited(String type) {
    return database.inTransaction(tx -> Sql.count(
        tx, "SELECT COUNT(*) FROM wx_audit_stage WHERE instr(leaf, CAST(? AS BLOB)) > 0", type));
  }

  @Test
  void aGuardIsHandedWhatItWatchesIn() {
    assertThat(joined).singleElement().satisfies(wiring -> {
      assertThat(wiring.people()).isSameAs(upkeep.people());
      assertThat(wiring.accounts()).isEmpty();
    });
  }

  @Test
  void whoTookALinkBackIsInTheTrailBesideTheLinkItself() {
    PersonLink link = link();
    assertThat(upkeep.unlink(link, ANA, WRONG)).isTrue();
    assertThat(audited("identity.unlinked")).isEqualTo(1);
    assertThat(audited("identity.retracted")).isEqualTo(1);
  }

  @Test
  void aLinkThatIsGoneIsNotTakenBackAndLeavesNoEntry() {
    PersonLink link = link();
    upkeep.unlink(link, ANA, WRONG);
    assertThat(upkeep.unlink(link, ANA, WRONG)).isFalse();
    assertThat(audited("identity.unlinked")).isEqualTo(1);
  }

  @Test
  void whatIsRolledBackWasNeverTakenBack() {
    PersonLink link = link();
    assertThatThrownBy(() -> database.useTransaction(tx -> {
          upkeep.unlink(link, ANA, WRONG);
          throw new IllegalStateException("only a rehearsal");
        }))
        .hasMessage("only a rehearsal");
    assertThat(upkeep.people().link(Tenant.DEFAULT, link.id())).contains(link);
    assertThat(audited("identity.unlinked")).isZero();
  }

  @Test
  void anExistingDatabaseWithoutTablesIsRefused(@TempDir Path folder) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("other.db"));
    Database other = Database.existing(source);
    assertThatThrownBy(() -> Upkeep.open(other, vault, Duration.ofDays(45)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("are missing");
  }
}
