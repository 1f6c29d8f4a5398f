package io.waxseal.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.internal.sql.Sql;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the tree hashes of an entry: a version byte, then fields as tag, length (two bytes) and value, tags rising. There
 * is one spelling for one entry. It holds no personal data: the actor is a blind index, the person a pseudonym, the
 * detail the hash of its ciphertext.
 *
 * @param type what happened
 * @param tenant whose business it is
 * @param event the entry's own id
 * @param at when, to the millisecond
 * @param actor the blind index of who did it
 * @param person whom it is about
 * @param detailHash SHA-256 of the sealed detail
 * @param evidenceHash SHA-256 of sealed evidence kept elsewhere, if there is any
 */
record AuditLeaf(
    String type,
    String tenant,
    UUID event,
    Instant at,
    Bytes actor,
    Optional<UUID> person,
    Bytes detailHash,
    Optional<Bytes> evidenceHash) {
  private static final int VERSION = 1;
  private static final int MOST = 65_535;
  private static final int TYPE = 1;
  private static final int TENANT = 2;
  private static final int EVENT = 3;
  private static final int TIME = 4;
  private static final int ACTOR = 5;
  private static final int PERSON = 6;
  private static final int DETAIL = 7;
  private static final int EVIDENCE = 8;
  private static final int ID_LENGTH = 16;

  byte[] encode() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(VERSION);
    field(out, TYPE, type.getBytes(UTF_8));
    field(out, TENANT, tenant.getBytes(UTF_8));
    field(out, EVENT, Sql.bytes(event));
    field(out, TIME, ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array());
    field(out, ACTOR, actor.toArray());
    person.ifPresent(id -> field(out, PERSON, Sql.bytes(id)));
    field(out, DETAIL, detailHash.toArray());
    evidenceHash.ifPresent(hash -> field(out, EVIDENCE, hash.toArray()));
    return out.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, int tag, byte[] value) {
    out.write(tag);
    out.write(value.length >>> 8);
    out.write(value.length);
    out.writeBytes(value);
  }

  /** Reads a leaf; anything but the one spelling of an entry is refused. */
  static AuditLeaf decode(byte[] bytes) {
    Map<Integer, byte[]> fields = fields(bytes);
    AuditLeaf leaf = new AuditLeaf(
        new String(required(fields, TYPE), UTF_8),
        new String(required(fields, TENANT), UTF_8),
        uuid(required(fields, EVENT)),
        time(required(fields, TIME)),
        new Bytes(required(fields, ACTOR)),
        Optional.ofNullable(fields.get(PERSON)).map(AuditLeaf::uuid),
        new Bytes(required(fields, DETAIL)),
        Optional.ofNullable(fields.get(EVIDENCE)).map(Bytes::new));
    if (!Arrays.equals(leaf.encode(), bytes)) {
      throw malformed("a leaf is the one spelling of its entry");
    }
    return leaf;
  }

  private static Map<Integer, byte[]> fields(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length == 0 || bytes.length > MOST || in.get() != VERSION) {
      throw malformed("a leaf begins with its version, 1");
    }
    Map<Integer, byte[]> fields = new TreeMap<>();
    int last = 0;
    while (in.hasRemaining()) {
      if (in.remaining() < 3) {
        throw malformed("a field has a tag and a length");
      }
      int tag = in.get();
      int length = Short.toUnsignedInt(in.getShort());
      if (tag <= last || tag > EVIDENCE || length > in.remaining()) {
        throw malformed("the fields of a leaf are known, stand in order and are complete");
      }
      byte[] value = new byte[length];
      in.get(value);
      fields.put(tag, value);
      last = tag;
    }
    return fields;
  }

  private static byte[] required(Map<Integer, byte[]> fields, int tag) {
    byte[] value = fields.get(tag);
    if (value == null) {
      throw malformed("a leaf lacks field " + tag);
    }
    return value;
  }

  private static UUID uuid(byte[] value) {
    if (value.length != ID_LENGTH) {
      throw malformed("an id has 16 bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(value);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private static Instant time(byte[] value) {
    if (value.length != Long.BYTES) {
      throw malformed("a time has 8 bytes");
    }
    return Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong());
  }

  private static MalformedPayloadException malformed(String rule) {
    return new MalformedPayloadException("an audit leaf", rule);
  }
}
