package io.waxseal.quickstart;

import io.waxseal.account.Account;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.consent.Consent;
import io.waxseal.consent.ConsentLedger;
import io.waxseal.consent.optout.Heard;
import io.waxseal.message.Basis;
import io.waxseal.message.Category;
import io.waxseal.message.Purpose;
import io.waxseal.message.Purposes;
import io.waxseal.message.Templates;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.PersonalDataSource;
import io.waxseal.redaction.Level;
import io.waxseal.redaction.Policy;
import io.waxseal.redaction.PolicyRule;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.Treatment;
import io.waxseal.webhook.MessageReceived;
import io.waxseal.webhook.UnknownEvent;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/** What a host may set on its builders, each once. Those that begin with WITHOUT take a guard away by name. */
enum Setting {
  SECOND_ACCOUNT(house -> house.builder.account(
      account("106540352242923", "102290129340399").tenant(new Tenant("north")))),
  VERIFY_TOKEN(
      house -> house.builder.verifyToken(Secrets.fixed(Secret.of("made-up-verify-token")))),
  PURPOSES(house -> house.builder.purposes(Purposes.standard()
      .marketing("parties")
      .declare(Purpose.of("marketing.offers", Category.MARKETING, Basis.CONSENT)
          .notice(Locale.ENGLISH, "We send offers.")))),
  TEMPLATES(house -> house.builder.templates(Templates.of()
      .utility("order_update")
      .marketing("spring_offer")
      .advertises("spring_offer", "VIOLET"))),
  HANDLER(house -> house.builder.on(MessageReceived.class, message -> {})),
  HANDLER_THAT_THROWS(
      house -> house.builder.onReceived(MessageReceived.class, (message, received) -> {
        throw new IllegalStateException("a handler of the host's fails");
      })),
  HANDLER_OF_THE_UNKNOWN(house -> house.builder.on(UnknownEvent.class, event -> {})),
  PERSONAL_DATA(house -> house.builder.addPersonalData(new Nothing())),
  AUDIT_SINK(house -> house.builder.addAuditSink(checkpoint -> {})),
  HTTP(house -> house.builder.http(new OkHttpClient())),
  STRICT_IDENTITY(house -> house.builder.identityTrust(PersonDirectory.QUARANTINE)),
  TRUST_FOR_LIFE(house -> house.builder.identityTrust(Duration.ofDays(36_500))),
  BODY_LIMIT(house -> house.builder.bodyLimit(8_192)),
  REDACTOR(house -> house.builder.guards(Redactor.standard())),
  REDACTOR_THAT_PASSES_ALL(house -> house.builder.guards(Redactor.builder()
      .policy(Policy.standard()
          .with(PolicyRule.outbound(Level.PASS, "*"), PolicyRule.inbound(Treatment.keep(), "*")))
      .region("US")
      .build())),
  LEDGER(house -> house.consent =
      Consent.on(house.database, house.vault, ConsentLedger.on(house.database, house.vault))),
  DEAF_DETECTOR(house -> house.consent = house.consent.detector(said -> Heard.NOTHING)),
  CONFIRMATION(house -> house.consent = house.consent.confirmation("You get no more messages.")),
  HELP(house ->
      house.consent = house.consent.help(Locale.ENGLISH, "This is the shop. Write STOP to stop.")),
  WITHOUT_CONSENT_RULES(house -> house.builder.ungated("a trial of settings")),
  WITHOUT_SIGNATURES(house -> house.builder.acceptUnsigned("a trial of settings")),
  WITHOUT_TRAIL(house -> house.builder.unaudited("a trial of settings"));

  private final Consumer<SettingsHouse> set;

  Setting(Consumer<SettingsHouse> set) {
    this.set = set;
  }

  void setIn(SettingsHouse house) {
    set.accept(house);
  }

  /** Whether both set the same thing, which a builder refuses. */
  boolean excludes(Setting other) {
    return (this == STRICT_IDENTITY && other == TRUST_FOR_LIFE)
        || (this == TRUST_FOR_LIFE && other == STRICT_IDENTITY);
  }

  static Account account(String number, String waba) {
    return Account.of(number, waba)
        .accessToken(Secrets.fixed(Secret.of(SettingsHouse.TOKEN)))
        .appSecrets(Secrets.fixed(Secret.of(SettingsHouse.SECRET)));
  }

  /** A place of the host's that holds nothing. */
  private static final class Nothing implements PersonalDataSource {
    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public Removed erase(Person person) {
      return new Removed(0);
    }

    @Override
    public long verifyGone(Person person) {
      return 0;
    }
  }
}
