package io.waxseal.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.crypto.tink.Aead;
import com.squareup.moshi.JsonReader;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttp;
import org.openjdk.jmh.annotations.Benchmark;

/** Says where and with what was measured: without it no figure means anything. */
final class Surroundings {
  private static final Pattern VERSION = Pattern.compile(".*?-(\\d[^/]*)\\.jar$");

  private Surroundings() {}

  /** The sentence above the table. The load is that of the machine before the run. */
  static String describe(double load) {
    return "Measured " + LocalDate.now(ZoneOffset.UTC) + " on JDK "
        + System.getProperty("java.vm.version") + " (" + System.getProperty("java.vm.vendor")
        + "), " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
        + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors()
        + " CPUs, " + disk() + ", load " + String.format(Locale.ROOT, "%.1f", load)
        + " before the start; Waxseal "
        + System.getProperty("waxseal.version", "of this build") + ", OkHttp " + OkHttp.VERSION
        + ", Moshi " + version(JsonReader.class) + ", Tink " + version(Aead.class) + ", Jackson "
        + version(JsonMapper.class) + ", RE2/J " + version(com.google.re2j.Pattern.class)
        + ", HikariCP " + version(HikariDataSource.class)
        + ", SQLite " + ask(Store.SQLITE, "SELECT sqlite_version()") + ", PostgreSQL "
        + ask(Store.POSTGRESQL, "SHOW server_version") + ", JMH " + version(Benchmark.class)
        + "; " + Texts.source() + ".\n";
  }

  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String disk() {
    try {
      return Files.getFileStore(Store.Folder.parent().toAbsolutePath()).type();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version(Class<?> type) {
    URL jar = type.getProtectionDomain().getCodeSource().getLocation();
    Matcher version = VERSION.matcher(jar.getPath());
    return version.matches() ? version.group(1) : "unknown";
  }

  private static String ask(Store store, String sql) {
    try (OpenStore open = store.open();
        Connection connection = open.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "unknown";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
