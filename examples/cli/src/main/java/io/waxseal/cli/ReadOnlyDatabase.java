package io.waxseal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * A SQLite file opened as evidence: nothing in its folder is made, changed or removed, whether or not the folder can be
 * written to. All reads through the connection see one state of the file.
 *
 * <p>SQLite's own read-only mode does not promise that: opening a database in WAL mode makes a log and a shared index
 * beside it. So a log that is there is read with a private index, and where there is none the file is read as it is, and
 * must not have changed in the meantime.
 */
final class ReadOnlyDatabase implements TrailSource {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 100;
  private static final int READ_VERSION = 19;
  private static final int WAL = 2;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;

  private final Path file;
  private final Access access;
  private final State before;
  private final Connection connection;

  private ReadOnlyDatabase(Path file, Access access, State before, Connection connection) {
    this.file = file;
    this.access = access;
    this.before = before;
    this.connection = connection;
  }

  /** How the file can be read without leaving a trace. */
  private enum Access {
    /** No log: locks of the file itself keep writers away. */
    ROLLBACK_JOURNAL("mode=ro"),
    /** A log with its index, which a writer may be using now. */
    LOG("mode=ro&readonly_shm=1"),
    /** A file that is in WAL mode and has no log: nobody has it open, and SQLite is not to make one. */
    AT_REST("immutable=1");

    private final String parameters;

    Access(String parameters) {
      this.parameters = parameters;
    }
  }

  private record State(long size, FileTime changed, boolean log) {
    static State of(Path file) throws IOException {
      return new State(
          Files.size(file), Files.getLastModifiedTime(file), Files.exists(beside(file, "-wal")));
    }
  }

  static ReadOnlyDatabase open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new CliException(path + (Files.exists(path) ? " is no file" : " does not exist"));
    }
    try {
      Path file = path.toRealPath();
      Access access = access(file);
      State before = State.of(file);
      return new ReadOnlyDatabase(file, access, before, connect(file, access));
    } catch (IOException e) {
      throw new CliException(path + " cannot be read");
    }
  }

  private static Access access(Path file) throws IOException {
    byte[] header;
    try (InputStream in = Files.newInputStream(file)) {
      header = in.readNBytes(HEADER);
    }
    if (header.length < HEADER || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new CliException(file + " is no SQLite database");
    }
    if (header[READ_VERSION] != WAL) {
      return Access.ROLLBACK_JOURNAL;
    }
    Path log = beside(file, "-wal");
    if (!Files.exists(log)) {
      return Access.AT_REST;
    }
    if (Files.exists(beside(file, "-shm"))) {
      return Access.LOG;
    }
    if (Files.size(log) == 0) {
      return Access.AT_REST;
    }
    throw new CliException(log + " belongs to the database but cannot be read without its -shm"
        + " file; copy both to another folder and make an empty -shm file there");
  }

  private static Connection connect(Path file, Access access) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    String url = "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?" + access.parameters;
    try {
      Connection connection = config.createConnection(url);
      try {
        begin(connection);
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new CliException(file + " " + reason(e));
    }
  }

  /** Without an open transaction each statement would see a state of its own. */
  private static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      connection.setAutoCommit(false);
      statement.executeQuery("SELECT COUNT(*) FROM sqlite_schema").close();
    }
  }

  private static String reason(SQLException e) {
    return switch (e.getErrorCode() & 0xff) {
      case BUSY, LOCKED -> "is locked by another program; try again later";
      case READ_ONLY ->
        "was left in the middle of a transaction; let the program that writes it open it once";
      default -> "cannot be opened; check its permissions and that it is not damaged";
    };
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  @Override
  public Connection connection() {
    return connection;
  }

  /** A file read as being at rest may not have been. */
  @Override
  public void requireUnchanged() {
    try {
      if (access == Access.AT_REST && !State.of(file).equals(before)) {
        throw new CliException(file + " was written to while it was read; try again");
      }
    } catch (IOException e) {
      throw new CliException(file + " cannot be read any more");
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new CliException(file + " could not be closed");
    }
  }
}
