package io.waxseal.benchmarks;

import io.waxseal.WhatsApp;
import io.waxseal.account.MediaId;
import io.waxseal.account.Tenant;
import io.waxseal.crypto.Kek;
import io.waxseal.crypto.SealedVault;
import io.waxseal.graph.GraphEndpoint;
import io.waxseal.graph.media.MediaPolicy;
import io.waxseal.graph.media.MediaReference;
import io.waxseal.graph.media.StoredMedia;
import io.waxseal.person.Person;
import io.waxseal.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Proxy;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A file of 10 MiB over loopback: into the vault, onto the disk by hand, or nowhere. */
@State(Scope.Benchmark)
public class MediaBenchmark {
  private final Person person = new Person(Tenant.DEFAULT, UUID.randomUUID());
  private MediaServer server;
  private OkHttpClient client;
  private WhatsApp whatsapp;
  private Path folder;
  private long next;

  @Setup
  public void open() throws IOException {
    server = new MediaServer();
    folder = Files.createTempDirectory("media-benchmark");
    client = new OkHttpClient.Builder().proxy(Proxy.NO_PROXY).build();
    Database database = Database.inMemory();
    whatsapp = WhatsApp.builder()
        .account(Fixture.ACCOUNT)
        .database(database)
        .vault(SealedVault.on(database, Kek.inMemoryForTests()))
        .ungated("files only")
        .media(MediaPolicy.standard().folder(folder))
        .graph(GraphEndpoint.simulator(server.uri()))
        .http(client)
        .build();
    Fixture.require(download() == MediaServer.SIZE, "the file is not at its path");
    Fixture.require(keep() == MediaServer.SIZE, "the file was not kept");
    Fixture.require(okHttpToDisk() == MediaServer.SIZE, "the peer got no file");
    Fixture.require(okHttpAndDigest() == MediaServer.SIZE, "the limit got no file");
  }

  /** Two requests, all checks, sealed, written to the disk, in the index; and deleted, lest the disk fill. */
  @Benchmark
  public long keep() {
    StoredMedia stored =
        whatsapp.media().keep(person, MediaReference.of(new MediaId(Long.toString(++next))));
    whatsapp.media().discard(person, stored.id());
    return stored.size();
  }

  /** Two requests, all checks, written to the disk beside its path and moved there; and deleted. */
  @Benchmark
  public long download() throws IOException {
    Path file = folder.resolve("fetched");
    whatsapp.media().download(MediaReference.of(new MediaId(Long.toString(++next))), file);
    long size = Files.size(file);
    Files.delete(file);
    return size;
  }

  @Benchmark
  public long okHttpToDisk() throws IOException {
    Path file = folder.resolve("peer");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long size = okHttp(Channels.newOutputStream(channel));
      channel.force(true);
      return size;
    } finally {
      Files.delete(file);
    }
  }

  @Benchmark
  public long okHttpAndDigest() throws IOException {
    return okHttp(OutputStream.nullOutputStream());
  }

  private long okHttp(OutputStream to) throws IOException {
    MessageDigest digest = MediaServer.sha256();
    Request request = new Request.Builder().url(server.uri() + "/file").build();
    try (Response response = client.newCall(request).execute()) {
      InputStream in = response.body().byteStream();
      byte[] buffer = new byte[64 << 10];
      long size = 0;
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        to.write(buffer, 0, n);
        size += n;
      }
      Fixture.require(digest.digest().length == 32, "no digest");
      return size;
    }
  }

  @TearDown
  public void close() {
    whatsapp.close();
    server.close();
  }
}
