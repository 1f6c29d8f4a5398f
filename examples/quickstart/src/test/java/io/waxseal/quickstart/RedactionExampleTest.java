package io.waxseal.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.Because;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.LinkEvidence;
import io.waxseal.person.Person;
import io.waxseal.person.PersonDirectory;
import io.waxseal.person.Vault;
import io.waxseal.redaction.Direction;
import io.waxseal.redaction.Policy;
import io.waxseal.redaction.Redactor;
import io.waxseal.send.Guidance;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.store.Database;
import io.waxseal.webhook.MessageReceived;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page on redaction does what it says, with the real vault. */
class RedactionExampleTest {
  private static final Path ROOT = Path.of(System.getProperty("waxseal.root"));
  private static final String IBAN = "DE71 9565 5913 6171 5213 35";

  private final Database database = Database.inMemory();
  private final Vault vault = SealedVault.on(database, Kek.inMemoryForTests());
  private final Redactor redactor =
      RedactionExample.redactor((held, types) -> URI.create("https://shop.example/one-time"));
  private final WhatsApp whatsapp = WhatsApp.builder()
      .account(Account.of("111", "222")
          .accessToken(Secrets.fixed(Secret.of("token")))
          .appSecrets(Secrets.fixed(Secret.of("secret"))))
      .database(database)
      .vault(vault)
      .guards(redactor)
      .ungated("nothing is sent in this test")
      .build();
  private final Person customer = database.inTransaction(tx -> PersonDirectory.on(database, vault)
      .findOrCreate(
          tx,
          Tenant.DEFAULT,
          Set.of(ContactPoint.phone("+447700900123")),
          LinkEvidence.ASSERTED_BY_HOST));

  @AfterEach
  void close() {
    whatsapp.close();
  }

  @Test
  void anExportIsTreatedByRoleAndType() {
    String text = "card 4111 1111 1111 1111, mail ana@example.com, ip 203.0.113.77, pwd=hunter2";
    assertThat(RedactionExample.export(redactor, customer, text))
        .matches("card •{15}1111, mail \\[EMAIL:[a-z]{16}], ip \\[IP:203\\.0\\.113\\.\\*],"
            + " pwd=\\[SECRET_PASSWORD]");
  }

  @Test
  void aTokenIsErasedWithItsPerson() {
    String token = redactor
        .filter(Direction.INBOUND)
        .of(customer)
        .redactText("iban " + IBAN)
        .substring(5);
    assertThat(RedactionExample.reveal(redactor, token)).isEqualTo(IBAN);
    assertThat(whatsapp.erase(customer, Because.request("DSR-1")).incomplete()).isEmpty();
    assertThat(RedactionExample.reveal(redactor, token))
        .startsWith("Erased")
        .doesNotContain("DE71");
  }

  @Test
  void aBlockedMessageOffersTheLink() {
    List<String> tips = new ArrayList<>();
    SendResult result = RedactionExample.send(whatsapp, customer, "pwd=hunter2", new Desk(tips));
    Guidance guidance = ((Refused) result).guidance();
    assertThat(guidance.alternative())
        .contains("Send this link instead: https://shop.example/one-time");
    assertThat(tips).isEmpty();
  }

  @Test
  void thePolicyOfThePageIsRead() throws IOException {
    String page = Documents.read(ROOT, "docs/redaction.md");
    Documents.Block policy = Documents.blocks(page).stream()
        .filter(block -> block.language().equals("json"))
        .findFirst()
        .orElseThrow();
    assertThat(Policy.parse(policy.code()).rules()).hasSize(7);
  }

  private record Desk(List<String> tips) implements ReadmeExample.Desk {
    @Override
    public void show(MessageReceived message) {}

    @Override
    public void tip(String text) {
      tips.add(text);
    }
  }
}
