package io.waxseal;

import static io.waxseal.WhatsAppInboundHost.deliver;
import static io.waxseal.WhatsAppInboundHost.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waxseal.account.Because;
import io.waxseal.account.Tenant;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What received events say about people reaches the directory and the audit trail. */
class WhatsAppInboundPeopleTest {
  private static final String ANA = "15550004444";
  private static final String ANAS_NEXT = "15550005555";

  @TempDir
  private Path folder;

  private WhatsAppInboundHost host;

  @BeforeEach
  void openHost() {
    host = new WhatsAppInboundHost(folder);
  }

  private static String wrote(String id, String userId, String number) {
    return WhatsAppInboundHost.text(number, id, "hello")
        .replace("{\"from\"", "{\"from_user_id\":\"" + userId + "\",\"from\"");
  }

  private static String moved(String id, String members) {
    return "{\"from\":\"" + ANA + "\",\"id\":\"" + id
        + "\",\"timestamp\":\"1789000009\",\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"body\":\"moved\","
        + members + "}}";
  }

  private static Person of(WhatsApp whatsapp, ContactPoint point) {
    return whatsapp.people().find(Tenant.DEFAULT, Set.of(point)).orElseThrow();
  }

  @Test
  void aChangedNumberIsTheSamePersonAndAudited() {
    try (WhatsApp whatsapp = host.builder().build()) {
      deliver(whatsapp, messages(wrote("wamid.1", "DE.1", ANA)));
      deliver(
          whatsapp,
          messages(moved(
              "wamid.2",
              "\"wa_id\":\"" + ANAS_NEXT
                  + "\",\"user_id\":\"DE.2\",\"previous_user_id\":\"DE.1\"")));
      assertThat(of(whatsapp, ContactPoint.bsuid("DE.2")))
          .isEqualTo(of(whatsapp, ContactPoint.bsuid("DE.1")));
      assertThat(host.audited("identity.joined")).isEqualTo(1);
    }
  }

  @Test
  void aStrangerAtAKnownNumberIsAudited() {
    try (WhatsApp whatsapp = host.builder().build()) {
      deliver(whatsapp, messages(wrote("wamid.1", "DE.1", ANA)));
      deliver(
          whatsapp, messages(wrote("wamid.2", "DE.9", ANA).replace("1789000001", "1799000001")));
      assertThat(host.audited("identity.handed-over")).isEqualTo(1);
    }
  }

  @Test
  void whatNobodyCanBeProvenToOwnIsToldByAnErasure() {
    try (WhatsApp whatsapp = host.builder().build()) {
      deliver(whatsapp, messages(wrote("wamid.1", "DE.1", ANA)));
      deliver(
          whatsapp,
          messages(WhatsAppInboundHost.text(ANA, "wamid.2", "who?")
              .replace("1789000001", "1799000001")));
      Erasure erasure =
          whatsapp.erase(of(whatsapp, ContactPoint.bsuid("DE.1")), Because.request("DSR-7"));
      assertThat(erasure.incomplete()).isEmpty();
      assertThat(host.audited("erasure.unattributed")).isEqualTo(1);
    }
  }

  @Test
  void theTrustIsChosenOnceAndNoShorterThanTheQuarantine() {
    WhatsApp.Builder builder = host.builder();
    assertThatThrownBy(() -> builder.identityTrust(Duration.ofDays(44)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("45");
    builder.identityTrust(PersonDirectory.QUARANTINE);
    assertThatThrownBy(() -> builder.identityTrust(PersonDirectory.QUARANTINE))
        .isInstanceOf(IllegalStateException.class);
  }
}
