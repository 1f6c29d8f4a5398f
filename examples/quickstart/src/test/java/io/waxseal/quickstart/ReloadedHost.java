package io.waxseal.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.Health;
import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.By;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.consent.Consent;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.message.TemplateMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Vault;
import io.waxseal.redaction.Redactor;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.store.Database;
import io.waxseal.webhook.TextReceived;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sqlite.SQLiteDataSource;

/** A host as an application server loads it: it lives once through all that starts something, and closes. */
public final class ReloadedHost implements BiFunction<Path, ScheduledExecutorService, String> {
  private static final String BODY =
      "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"222\",\"changes\":[{\"field\":\"messages\","
          + "\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"15550001111\","
          + "\"phone_number_id\":\"111\"},\"messages\":[{\"from\":\"447700900123\",\"id\":\"wamid.1\","
          + "\"timestamp\":\"1789000001\",\"type\":\"text\",\"text\":{\"body\":\"hello\"}}]}}]}]}";

  @Override
  public String apply(Path folder, ScheduledExecutorService executor) {
    SQLiteDataSource file = new SQLiteDataSource();
    file.setUrl("jdbc:sqlite:" + folder.resolve("reloaded.db"));
    Database database = Database.on(file);
    Vault vault = SealedVault.on(database, Kek.inMemoryForTests());
    CountDownLatch handled = new CountDownLatch(1);
    try (WhatsApp whatsapp = WhatsApp.builder()
        .account(Account.of("111", "222")
            .accessToken(Secrets.fixed(Secret.of("token")))
            .appSecrets(Secrets.fixed(Secret.of("secret"))))
        .database(database)
        .vault(vault)
        .guards(Consent.on(database, vault), Redactor.standard())
        .on(TextReceived.class, text -> handled.countDown())
        .build()) {
      whatsapp.start(executor);
      byte[] body = BODY.getBytes(UTF_8);
      int status = whatsapp.receive(body, header -> signature(body)).status();
      boolean done = handled.await(30, TimeUnit.SECONDS);
      SendResult result = whatsapp.send(
          TemplateMessage.to(ContactPoint.phone("+447700900123"), "offer", "en")
              .purpose("marketing.offers"),
          By.system("reload"));
      String said = result instanceof Refused refused ? refused.reason().code() : "sent";
      return status + " " + done + " " + said + " "
          + (whatsapp.health().status() == Health.Status.DOWN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("secret".getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
