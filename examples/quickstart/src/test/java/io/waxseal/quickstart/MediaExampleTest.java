package io.waxseal.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.waxseal.Erasure;
import io.waxseal.WhatsApp;
import io.waxseal.account.Account;
import io.waxseal.account.Because;
import io.waxseal.account.By;
import io.waxseal.account.MediaId;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.graph.media.MediaPolicy;
import io.waxseal.graph.media.MediaScanner;
import io.waxseal.graph.media.MediaUpload;
import io.waxseal.graph.media.StoredMedia;
import io.waxseal.message.DocumentMessage;
import io.waxseal.message.ImageMessage;
import io.waxseal.message.part.Attachment;
import io.waxseal.person.ContactPoint;
import io.waxseal.person.Person;
import io.waxseal.send.Accepted;
import io.waxseal.send.SendResult;
import io.waxseal.simulator.SimulatedPerson;
import io.waxseal.simulator.Simulator;
import io.waxseal.store.Database;
import io.waxseal.webhook.ImageReceived;
import io.waxseal.webhook.Received;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/media.md; a test compares the two. */
class MediaExampleTest {
  private static final byte[] PDF = "%PDF-1.7 a menu".getBytes(StandardCharsets.UTF_8);

  @TempDir
  Path inbox;

  @TempDir
  Path vaultFolder;

  @TempDir
  Path ours;

  private final Desk desk = new Desk();
  private final ContactPoint customer = ContactPoint.phone("16505551234");
  private final WebServer server = new WebServer();
  private final Simulator meta = Simulator.builder()
      .accessToken("a-made-up-token")
      .appSecret("a-made-up-secret")
      .callback(server.callback())
      .start();
  private WhatsApp whatsapp;

  MediaExampleTest() throws IOException {}

  private static final class Desk {
    private final List<byte[]> shown = new ArrayList<>();
    private long sent;

    void show(InputStream content) throws IOException {
      shown.add(content.readAllBytes());
    }

    void progress(long done, long total) {
      sent = done * 100 / total;
    }
  }

  private WhatsApp whatsapp() {
    return whatsapp;
  }

  private static MediaScanner.Verdict virusScan(InputStream content) throws IOException {
    return content.read() < 0 ? MediaScanner.Verdict.INFECTED : MediaScanner.Verdict.CLEAN;
  }

  @BeforeEach
  void open() {
    Database database = Database.inMemory();
    whatsapp = WhatsApp.builder()
        .account(Account.of("106540352242922", "102290129340398")
            .accessToken(Secrets.fixed(Secret.of("a-made-up-token")))
            .appSecrets(Secrets.fixed(Secret.of("a-made-up-secret"))))
        .database(database)
        .vault(SealedVault.on(database, Kek.inMemoryForTests()))
        .ungated("a test of files only")
        .on(ImageReceived.class, image -> whatsapp().media().download(image.media(), inbox))
        .onReceived(ImageReceived.class, this::keep)
        .media(MediaPolicy.standard()
            .folder(vaultFolder)
            .limit("video/", 16 << 20)
            .scanner((type, size, content) -> virusScan(content)))
        .graph(GraphEndpoint.simulator(meta.endpoint()))
        .clock(meta.clock())
        .build();
    server.serve(whatsapp);
  }

  private void keep(ImageReceived image, Received received) {
    try {
      StoredMedia stored = whatsapp().media().keep(received.person().orElseThrow(), image.media());
      try (InputStream content = whatsapp().media().open(stored)) {
        desk.show(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    whatsapp.close();
    meta.close();
    server.close();
  }

  @Test
  void aPictureOfACustomersIsFetchedKeptAndForgotten() throws IOException {
    SimulatedPerson pablo = meta.person("16505551234");
    meta.deliver(pablo.sendsImage("our table"));
    whatsapp.work();

    assertThat(files(inbox)).hasSize(1).allSatisfy(file -> {
      assertThat(file.toString()).endsWith(".jpg");
      assertThat(desk.shown).containsExactly(Files.readAllBytes(file));
    });
    assertThat(files(vaultFolder)).hasSize(1);
    Person person = whatsapp
        .people()
        .find(io.waxseal.account.Tenant.DEFAULT, java.util.Set.of(customer))
        .orElseThrow();
    Erasure erased = whatsapp.erase(person, Because.request("DSR-17"));
    assertThat(erased.incomplete()).isEmpty();
    assertThat(erased.outcomes())
        .filteredOn(outcome -> outcome.source().equals("media"))
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.removed()).isEqualTo(1));
    assertThat(files(vaultFolder)).isEmpty();
  }

  @Test
  void aFileIsUploadedAndSentInOneLine() throws IOException {
    Path path = Files.write(
        ours.resolve("table.png"), "\u0089PNG\r\n\u001a\n x".getBytes(StandardCharsets.ISO_8859_1));
    SendResult result =
        whatsapp().send(ImageMessage.to(customer, Attachment.file(path)), By.agent("ana"));
    assertThat(result).isInstanceOf(Accepted.class);
    assertThat(meta.accepted()).hasSize(1);
  }

  @Test
  void whatManyGetIsUploadedOnce() throws IOException {
    Path path = Files.write(ours.resolve("menu.pdf"), PDF);
    MediaId menu = whatsapp()
        .media()
        .upload(MediaUpload.file(path).progress((sent, total) -> desk.progress(sent, total)));
    whatsapp().send(DocumentMessage.to(customer, Attachment.id(menu.value())), By.system("menu"));
    assertThat(meta.media().content(menu.value())).contains(PDF);
    assertThat(desk.sent).isEqualTo(100);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
