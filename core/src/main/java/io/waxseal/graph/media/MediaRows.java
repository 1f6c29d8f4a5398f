package io.waxseal.graph.media;

import io.waxseal.account.MediaId;
import io.waxseal.internal.json.JsonCursor;
import io.waxseal.internal.sql.Ddl;
import io.waxseal.internal.sql.Sql;
import io.waxseal.json.JsonObject;
import io.waxseal.json.JsonValue;
import io.waxseal.person.Context;
import io.waxseal.person.Person;
import io.waxseal.person.RecordKind;
import io.waxseal.person.Vault;
import io.waxseal.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The index of kept files: one row a file, there before its first byte is and gone after its last. */
final class MediaRows {
  private static final String STORE = "media";
  private static final String COLLECTION = "wx_media";
  private static final String COLUMNS = "id, person, state, sealed_key, sealed, at";

  /** How far a file is. */
  enum State {
    INCOMING,
    KEPT,
    QUARANTINED
  }

  // on its way out of a query, never compared
  @SuppressWarnings("ArrayRecordComponent")
  record Row(UUID id, UUID person, State state, byte[] key, byte @Nullable [] sealed, Instant at) {}

  private final Database database;
  private final Vault vault;

  MediaRows(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
    database.require(STORE, Ddl.of(database, MediaRows.class, STORE));
  }

  static Context file(UUID id) {
    return Context.of(RecordKind.KEY, COLLECTION, id, "file");
  }

  private static Context detail(UUID id) {
    return Context.of(RecordKind.MEDIA, COLLECTION, id, "detail");
  }

  void begin(Person owner, UUID id, MediaId media, byte[] key, Instant at) {
    database.useTransaction(tx -> {
      Sql.update(
          tx,
          "INSERT INTO wx_media (tenant, id, person, media, state, sealed_key, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
          owner.tenant().id(),
          id,
          owner.id(),
          index(owner, media),
          State.INCOMING.name(),
          key,
          at);
    });
  }

  /** False if the row is gone: the owner was erased meanwhile. */
  boolean end(Person owner, UUID id, State state, StoredMedia what, byte[] sha256) {
    byte[] sealed = vault.seal(
        owner,
        detail(id),
        JsonObject.builder()
            .put("type", what.mimeType())
            .put("name", what.fileName())
            .put("size", Long.toString(what.size()))
            .put("sha256", HexFormat.of().formatHex(sha256))
            .build()
            .toBytes());
    return database.inTransaction(tx -> Sql.update(
            tx,
            "UPDATE wx_media SET state = ?, sealed = ?, at = ? WHERE tenant = ? AND id = ? AND state = ?",
            state.name(),
            sealed,
            what.at(),
            owner.tenant().id(),
            id,
            State.INCOMING.name())
        == 1);
  }

  Optional<Row> find(Person owner, UUID id) {
    return database.inTransaction(tx -> Sql.first(
        tx,
        MediaRows::read,
        "SELECT " + COLUMNS + " FROM wx_media WHERE tenant = ? AND id = ? AND person = ?",
        owner.tenant().id(),
        id,
        owner.id()));
  }

  /** What is settled of one of Meta's files: kept or quarantined. */
  Optional<Row> settled(Person owner, MediaId media) {
    return database.inTransaction(tx -> Sql.first(
        tx,
        MediaRows::read,
        "SELECT " + COLUMNS
            + " FROM wx_media WHERE tenant = ? AND person = ? AND media = ? AND state <> ? ORDER BY at LIMIT 1",
        owner.tenant().id(),
        owner.id(),
        index(owner, media),
        State.INCOMING.name()));
  }

  List<Row> of(Person owner) {
    return database.inTransaction(tx -> Sql.list(
        tx,
        MediaRows::read,
        "SELECT " + COLUMNS + " FROM wx_media WHERE tenant = ? AND person = ? ORDER BY at",
        owner.tenant().id(),
        owner.id()));
  }

  long count(Person owner) {
    return database.inTransaction(tx -> Sql.count(
        tx,
        "SELECT COUNT(*) FROM wx_media WHERE tenant = ? AND person = ?",
        owner.tenant().id(),
        owner.id()));
  }

  /** What a process that died left, of whatever tenant. */
  List<UUID> abandoned(Instant before) {
    return database.inTransaction(tx -> Sql.list(
        tx,
        row -> Sql.uuid(row, "id"),
        "SELECT id FROM wx_media WHERE state = ? AND at < ?",
        State.INCOMING.name(),
        before));
  }

  /** The id is random, so it names one row of one tenant. */
  boolean remove(UUID id) {
    return database.inTransaction(
        tx -> Sql.update(tx, "DELETE FROM wx_media WHERE id = ?", id) > 0);
  }

  StoredMedia open(Person owner, Row row) {
    byte[] sealed = row.sealed() == null ? new byte[0] : row.sealed();
    JsonCursor said = JsonCursor.root(
        JsonValue.parse(vault.open(owner, detail(row.id()), sealed).orThrow()));
    return new StoredMedia(
        row.id(),
        owner,
        said.text("type").orElse(""),
        said.integer("size").orElse(0L),
        said.text("name").orElse(""),
        row.at());
  }

  private byte[] index(Person owner, MediaId media) {
    return vault.index(owner.tenant(), STORE, media.value());
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "person"),
        State.valueOf(row.getString("state")),
        row.getBytes("sealed_key"),
        row.getBytes("sealed"),
        Sql.time(row, "at"));
  }
}
