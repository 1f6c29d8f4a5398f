package io.waxseal.graph.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.Account;
import io.waxseal.account.MediaId;
import io.waxseal.account.Secret;
import io.waxseal.account.Secrets;
import io.waxseal.account.Tenant;
import io.waxseal.audit.AuditTrail;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.internal.crypto.Digests;
import io.waxseal.internal.http.GraphTransport;
import io.waxseal.internal.http.HostHttp;
import io.waxseal.internal.sql.Sql;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import io.waxseal.testkit.TestClock;
import io.waxseal.testkit.TestVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A Media with everything real but Meta, which answers as each test tells it. */
final class MediaFixture implements AutoCloseable {
  static final String TOKEN = "EAAG-test-token";
  static final MediaId ID = new MediaId("4242");
  static final byte[] JPEG = content("\u00ff\u00d8\u00ff\u00e0 a picture");

  final MockWebServer meta = new MockWebServer();
  final Database database = Database.inMemory();
  final TestVault vault = new TestVault(database);
  final TestClock clock = new TestClock();
  final Person ana = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private final List<GraphTransport> roads = new ArrayList<>();

  MediaFixture() throws IOException {
    meta.start();
  }

  static byte[] content(String latin1) {
    return latin1.getBytes(ISO_8859_1);
  }

  static Account account() {
    return Account.of("1001", "2001").accessToken(Secrets.fixed(Secret.of(TOKEN)));
  }

  Media media() {
    return media(MediaPolicy.standard());
  }

  Media media(MediaPolicy policy) {
    return media(policy, null);
  }

  /** With a client of the host's; null for one of our own. */
  Media media(MediaPolicy policy, @Nullable OkHttpClient client) {
    GraphEndpoint endpoint = GraphEndpoint.simulator(meta.url("/").uri());
    HostHttp http = client == null ? null : new HostHttp(client);
    GraphTransport road = GraphTransport.to(http, endpoint.uri(), endpoint.loopback());
    roads.add(road);
    return Media.of(
        Map.of(account().phoneNumberId(), account()),
        road,
        endpoint,
        policy,
        database,
        vault,
        AuditTrail.on(database, vault, clock, List.of()),
        clock);
  }

  static String hex(byte[] content) {
    return HexFormat.of().formatHex(Digests.sha256(content));
  }

  /** Meta's node of a file, with its address at this server. */
  MediaFixture node(String mimeType, long size, String sha256) {
    return node(mimeType, size, sha256, meta.url("/file?hash=PLANTED").toString());
  }

  MediaFixture node(String mimeType, long size, String sha256, String url) {
    return json("{\"messaging_product\":\"whatsapp\",\"id\":\"4242\",\"url\":\"" + url
        + "\",\"mime_type\":\"" + mimeType + "\",\"sha256\":\"" + sha256 + "\",\"file_size\":\""
        + size
        + "\"}");
  }

  MediaFixture json(String body) {
    return answer(new MockResponse.Builder().body(body));
  }

  MediaFixture answer(MockResponse.Builder response) {
    meta.enqueue(response.build());
    return this;
  }

  MediaFixture file(byte[] content) {
    return answer(new MockResponse.Builder().body(new Buffer().write(content)));
  }

  /** A picture whose node tells the truth. */
  MediaFixture picture() {
    return node("image/jpeg", JPEG.length, hex(JPEG)).file(JPEG);
  }

  MediaFixture redirect(String location) {
    return answer(new MockResponse.Builder().code(302).addHeader("Location", location));
  }

  /** The requests so far, as method, path without query, and whether they showed the token. */
  List<String> asked() throws InterruptedException {
    List<String> asked = new ArrayList<>();
    for (int left = meta.getRequestCount(); left > 0; left--) {
      var request = meta.takeRequest();
      boolean token = ("Bearer " + TOKEN).equals(request.getHeaders().get("Authorization"));
      asked.add(
          request.getMethod() + " " + request.getUrl().encodedPath() + (token ? " token" : ""));
    }
    return asked;
  }

  long audited(String type) {
    return database
        .inTransaction(tx -> Sql.list(
            tx, row -> new String(row.getBytes(1), UTF_8), "SELECT leaf FROM wx_audit_stage"))
        .stream()
        .filter(leaf -> leaf.contains(type))
        .count();
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() {
    roads.forEach(GraphTransport::close);
    meta.close();
  }
}
