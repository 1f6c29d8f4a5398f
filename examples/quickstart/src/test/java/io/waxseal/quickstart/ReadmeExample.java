package io.waxseal.quickstart;

import io.waxseal.Erasure;
import io.waxseal.Health;
import io.waxseal.Reply;
import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.MessageId;
import io.waxseal.account.SecretSource;
import io.waxseal.account.Secrets;
import io.waxseal.consent.Consent;
import io.waxseal.consent.Evidence;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.guard.LinkPolicy;
import io.waxseal.message.Basis;
import io.waxseal.message.Category;
import io.waxseal.message.PinMessage;
import io.waxseal.message.Purpose;
import io.waxseal.message.Purposes;
import io.waxseal.message.TemplateMessage;
import io.waxseal.message.Templates;
import io.waxseal.message.TextMessage;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Group;
import io.waxseal.person.Person;
import io.waxseal.person.Vault;
import io.waxseal.redaction.Redactor;
import io.waxseal.redaction.support.SupportBundle;
import io.waxseal.redaction.support.SupportManifest;
import io.waxseal.send.Refused;
import io.waxseal.send.SendResult;
import io.waxseal.store.Database;
import io.waxseal.webhook.MessageReceived;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;

/** The code of the documents, compiled; a test compares the two. */
final class ReadmeExample {
  interface Desk {
    void show(MessageReceived message);

    void tip(String text);
  }

  interface Request {
    byte[] body();

    String getHeader(String name);

    String getParameter(String name);
  }

  static WhatsApp compose(
      DataSource dataSource,
      Path kekFile,
      SecretSource passphrase,
      Path tokenFile,
      Path secretFile,
      Desk desk) {
    Database database = Database.on(dataSource);
    Vault vault = SealedVault.on(database, Kek.sealedFile(kekFile, passphrase));
    Consent consent = Consent.on(database, vault);
    WhatsApp whatsapp = WhatsApp.builder()
        .account(Account.of("106540352242922", "102290129340398")
            .accessToken(Secrets.file(tokenFile))
            .appSecrets(Secrets.file(secretFile)))
        .verifyToken(Secrets.environment("WHATSAPP_VERIFY_TOKEN"))
        .purposes(Purposes.standard().marketing("offers").utility("order"))
        .templates(Templates.of().marketing("spring_offer"))
        .database(database)
        .vault(vault)
        .guards(consent, Redactor.standard())
        .on(MessageReceived.class, message -> desk.show(message))
        .build();
    return whatsapp;
  }

  static WhatsApp.Builder purposes() {
    return WhatsApp.builder()
        .purposes(Purposes.standard()
            .utility("invoice")
            .declare(Purpose.of("club.party", Category.MARKETING, Basis.CONSENT)
                .notice(Locale.ENGLISH, "We write when there is a party.")))
        .templates(Templates.of()
            .utility("order_update")
            .marketing("spring_offer")
            .advertises("spring_offer", "STOP"));
  }

  static void sensitive(Database database, Vault vault, ContactPoint customer) {
    Consent consent = Consent.on(database, vault).sensitive("auth", "utility.statement");
    consent.reverified(
        customer, Evidence.statement("called back at the branch, 7 May"), By.agent("ana"));
  }

  static WhatsApp.Builder links(Consent consent) {
    return WhatsApp.builder().guards(consent, LinkPolicy.onlyTo("shop.example"));
  }

  static void groups(WhatsApp whatsapp, String groupId, MessageId messageId, By by) {
    whatsapp.send(TextMessage.to(new Group(groupId), "We meet at eight."), by);
    whatsapp.send(PinMessage.pin(new Group(groupId), messageId, 7), by);
  }

  static void send(
      WhatsApp whatsapp,
      Consent consent,
      ContactPoint customer,
      MessageReceived message,
      Desk desk) {
    consent.grant(customer, "marketing.offers", Evidence.message(message), By.agent("ana"));
    whatsapp
        .send(
            TemplateMessage.to(customer, "spring_offer", "en").purpose("marketing.offers"),
            By.system("campaign"))
        .orThrow();

    SendResult result =
        whatsapp.send(TextMessage.to(customer, "Your table is booked for 8 pm."), By.agent("ana"));
    if (result instanceof Refused refused) {
      desk.tip(refused.guidance().forAgent());
    }
  }

  static Reply receive(WhatsApp whatsapp, Request request, ScheduledExecutorService executor) {
    whatsapp.start(executor);
    Reply challenge = whatsapp.handshake(request::getParameter);
    Reply reply = whatsapp.receive(request.body(), request::getHeader);
    return reply.status() == 200 ? reply : challenge;
  }

  static boolean forget(WhatsApp whatsapp, Person person) {
    Erasure erased = whatsapp.erase(person, Because.request("DSR-17"));
    return erased.incomplete().isEmpty();
  }

  interface Response {
    void setStatus(int status);
  }

  static void supportBundle(WhatsApp whatsapp, Vault vault) throws IOException {
    SupportManifest manifest = SupportBundle.builder()
        .whatsapp(whatsapp)
        .part("vault", vault)
        .addLog(Path.of("app.log"))
        .build()
        .writeTo(Path.of("bundle.zip"));
    System.out.println(manifest.found());
  }

  static void health(WhatsApp whatsapp, Response response) {
    Health health = whatsapp.health();
    response.setStatus(health.status() == Health.Status.DOWN ? 503 : 200);
  }
}
