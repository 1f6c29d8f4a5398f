package io.waxseal.internal.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a store's DDL out of the jar of its class: {@code META-INF/waxseal/<store>.<dialect>.sql}. */
public final class Ddl {
  private static final Pattern VERSION = Pattern.compile("(?m)^-- version \\d+\\R");

  private Ddl() {}

  /**
   * The scripts of a store in the SQL of a database, one a version.
   *
   * @param database the database
   * @param owner a class in the jar that holds the file
   * @param store the store's name
   * @return the scripts; the first is version 1
   */
  public static String[] of(Database database, Class<?> owner, String store) {
    String dialect = database.dialect().name().toLowerCase(Locale.ROOT);
    String file = "/META-INF/waxseal/" + store + "." + dialect + ".sql";
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + file);
      }
      String[] parts = VERSION.split(new String(in.readAllBytes(), UTF_8), -1);
      String[] versions = new String[parts.length - 1];
      System.arraycopy(parts, 1, versions, 0, versions.length);
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
