package io.waxseal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a PostgreSQL. Who connects comes from the environment, as {@code psql} takes it, since an argument can be read
 * by every user of the machine and stays in the shell's history. Neither the address nor a text of the server or its driver
 * is ever printed.
 */
final class ServerConnections {
  static final String SCHEME = "jdbc:postgresql:";

  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i)[?&](user|password|sslpassword)=|^jdbc:postgresql://[^/?]*@");
  private static final String WHO =
      "; set PGUSER, and PGPASSWORD or a password file (PGPASSFILE, ~/.pgpass)";
  private static final String NO_ADDRESS =
      "the address cannot be used; it is to look like jdbc:postgresql://HOST:PORT/DATABASE";
  private static final String SECONDS_TO_CONNECT = "10";

  /** The driver warns on standard error of what becomes one line of ours. Held, since loggers are collected. */
  private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

  private ServerConnections() {}

  /** What fails is for {@link #reason} to say. */
  static Connection open(String url, UnaryOperator<@Nullable String> environment)
      throws SQLException {
    DRIVER_LOG.setLevel(Level.OFF);
    if (CREDENTIAL.matcher(decoded(url)).find()) {
      throw new CliException(
          "an address must not hold user or password, which others can see there" + WHO);
    }
    Connection connection = driver(url).connect(url, properties(environment));
    if (connection == null) {
      throw new CliException(NO_ADDRESS);
    }
    return connection;
  }

  /** Not the manager's connections: where no driver feels responsible, its message repeats the address. */
  private static Driver driver(String url) {
    try {
      return DriverManager.getDriver(url);
    } catch (SQLException e) {
      throw new CliException(NO_ADDRESS);
    }
  }

  /** The driver decodes names as well. */
  private static String decoded(String url) {
    try {
      return URLDecoder.decode(url, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new CliException(NO_ADDRESS);
    }
  }

  private static Properties properties(UnaryOperator<@Nullable String> environment) {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "waxseal");
    properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("tcpKeepAlive", "true");
    // what the server says in an error may be a row of a table
    properties.setProperty("logServerErrorDetail", "false");
    String user = environment.apply("PGUSER");
    if (user != null && !user.isEmpty()) {
      properties.setProperty("user", user);
    }
    String password = environment.apply("PGPASSWORD");
    if (password != null && !password.isEmpty()) {
      properties.setProperty("password", password);
    }
    String passwords = environment.apply("PGPASSFILE");
    if (passwords != null && !passwords.isEmpty()) {
      System.setProperty("org.postgresql.pgpassfile", passwords);
    }
    return properties;
  }

  /** One line for what went wrong; {@code grant} is said where the user lacks a right. */
  static CliException reason(SQLException e, String grant) {
    String state = String.valueOf(e.getSQLState());
    return new CliException(
        switch (state) {
          case "28000", "28P01" -> "the server refuses the user or the password" + WHO;
          case "08004" -> "the server refuses the connection" + WHO;
          case "99999" -> NO_ADDRESS;
          case "3D000" -> "the server has no database of this name";
          case "42501" -> grant;
          case "53300" -> "the server takes no more connections; try again later";
          case "57P03" -> "the server is just starting or stopping; try again later";
          default ->
            state.startsWith("08")
                ? "the server cannot be reached; check host, port and TLS settings in the address"
                : "the server cannot be read (SQLState " + state.toUpperCase(Locale.ROOT) + ")";
        });
  }
}
