package io.waxseal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.account.Tenant;
import io.waxseal.person.Person;
import io.waxseal.person.PersonalDataSource;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PersonalDataSource} keeps to: an erasure takes all of one person and nothing of another, may be
 * interrupted anywhere and repeated, and 0 means gone.
 */
public abstract class PersonalDataSourceContract {
  private final CrashPoints crashes = new CrashPoints();
  private final Person ana = person(Tenant.DEFAULT);
  private final Person ben = person(Tenant.DEFAULT);
  private PersonalDataSource source;

  /** For extending. */
  protected PersonalDataSourceContract() {}

  /**
   * Opens the source over a store that holds nobody.
   *
   * @param crashes what lets it crash: the source's connections come from {@link CrashPoints#on}; one that is not behind
   *     JDBC calls {@link CrashPoints#step} before each request it makes
   * @return the source
   */
  protected abstract PersonalDataSource open(CrashPoints crashes);

  /**
   * Keeps something of a person, in every place the source knows.
   *
   * @param person whose, for the first time
   */
  protected abstract void remember(Person person);

  @BeforeEach
  final void openSource() {
    source = open(crashes);
  }

  @Test
  void ofAStrangerThereIsNothingToFindOrErase() {
    assertThat(source.find(ana).records()).isZero();
    assertThat(source.erase(ana).records()).isZero();
    assertThat(source.verifyGone(ana)).isZero();
  }

  @Test
  void whatIsKeptIsFoundAndNotGone() {
    remember(ana);
    assertThat(source.find(ana).records()).isPositive();
    assertThat(source.verifyGone(ana)).isPositive();
  }

  @Test
  void anErasureRemovesWhatWasFound() {
    remember(ana);
    long found = source.find(ana).records();
    assertThat(source.erase(ana).records()).isEqualTo(found);
    assertThat(source.verifyGone(ana)).isZero();
    assertThat(source.find(ana).records()).isZero();
  }

  @Test
  void erasingTwiceRemovesNothingMore() {
    remember(ana);
    source.erase(ana);
    assertThat(source.erase(ana).records()).isZero();
    assertThat(source.verifyGone(ana)).isZero();
  }

  @Test
  void anErasureLeavesOthersAlone() {
    Person namesake = new Person(new Tenant("other"), ana.id());
    remember(ana);
    remember(ben);
    remember(namesake);
    long bens = source.find(ben).records();
    source.erase(ana);
    assertThat(source.find(ben).records()).isEqualTo(bens).isPositive();
    assertThat(source.find(namesake).records()).isPositive();
  }

  @Test
  void lookingRemovesNothing() {
    remember(ana);
    long found = source.find(ana).records();
    source.verifyGone(ana);
    assertThat(source.find(ana).records()).isEqualTo(found);
  }

  @Test
  void theNameIsShortAndAlwaysTheSame() {
    remember(ana);
    assertThat(source.name()).isNotBlank().hasSizeLessThanOrEqualTo(64).isEqualTo(source.name());
    assertThat(source.name()).doesNotContain(ana.id().toString());
  }

  @Test
  void manyThreadsThatEraseOnePersonAllSucceed() {
    remember(ana);
    remember(ben);
    Race.run(thread -> {
      source.erase(ana);
      assertThat(source.verifyGone(ana)).isZero();
    });
    assertThat(source.find(ben).records()).isPositive();
  }

  @Test
  void anErasureThatIsInterruptedAnywhereCanBeRepeated() {
    crashes.atEachStep(this::remembered, source::erase, person -> {
      long left = source.verifyGone(person);
      assertThat(source.find(person).records()).isEqualTo(left);
      assertThat(source.erase(person).records()).isEqualTo(left);
      assertThat(source.verifyGone(person)).isZero();
    });
  }

  private Person remembered() {
    Person person = person(Tenant.DEFAULT);
    remember(person);
    return person;
  }

  private static Person person(Tenant tenant) {
    return new Person(tenant, UUID.randomUUID());
  }
}
