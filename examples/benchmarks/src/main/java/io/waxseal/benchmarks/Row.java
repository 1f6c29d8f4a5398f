package io.waxseal.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * A line of the table: what was measured, and the lines it is held against.
 *
 * @param name how other lines point to it
 * @param what what is done once
 * @param measured class and method of the benchmark, and its parameter behind a colon
 * @param peer the line of what a host would otherwise use; empty if there is none
 * @param limit the line of what no implementation can go below; empty if there is none
 */
record Row(
    String name, String what, String measured, Optional<String> peer, Optional<String> limit) {
  /** All lines, in the order of the table. */
  static final List<Row> ALL = List.of(
      ours("W1", "**verify and parse a webhook of 1 KB**", "Webhook.verifyAndParse", "W2", "W4"),
      peer("W2", "HMAC and Jackson's tree", "Webhook.hmacAndJacksonTree", "W4"),
      peer("W3", "HMAC and Jackson's records", "Webhook.hmacAndJacksonRecords", "W4"),
      limit("W4", "HMAC-SHA256 of 1 KB alone", "Webhook.hmacAlone"),
      peer(
          "W5",
          "**refuse 3 MiB that nobody signed**, 100 accounts of one app",
          "Webhook.refuseTheLargest",
          "W6"),
      limit("W6", "HMAC-SHA256 of 3 MiB alone", "Webhook.hmacOfTheLargest"),
      ours("J1", "**write a text as JSON**", "Json.write:TEXT", "J2", "J3"),
      peer("J2", "Jackson, from records", "Json.jackson:TEXT", "J3"),
      limit("J3", "copy the bytes", "Json.copy:TEXT"),
      ours(
          "J4",
          "**write a template with header and buttons as JSON**",
          "Json.write:TEMPLATE",
          "J5",
          "J6"),
      peer("J5", "Jackson, from records", "Json.jackson:TEMPLATE", "J6"),
      limit("J6", "copy the bytes", "Json.copy:TEMPLATE"),
      ours("J7", "**write a list of six rows as JSON**", "Json.write:LIST", "J8", "J9"),
      peer("J8", "Jackson, from records", "Json.jackson:LIST", "J9"),
      limit("J9", "copy the bytes", "Json.copy:LIST"),
      ours("S1", "**a text refused by the last rule**, in memory", "Pipe.refused", "S4", "S5"),
      ours("S2", "**a text sent through a pipe**, in memory", "Send.send:MEMORY", "S3", "S4"),
      peer(
          "S3",
          "OkHttp between two commits, in memory",
          "Send.okHttpBetweenTwoCommits:MEMORY",
          "S4"),
      limit("S4", "OkHttp through the pipe, no store", "Pipe.okHttp"),
      limit("S5", "insert and commit, in memory", "Send.insertAndCommit:MEMORY"),
      ours("L1", "**a text sent over loopback**, in memory", "Loopback.send", "L2", "L4"),
      peer("L2", "OkHttp, same bytes", "Loopback.okHttp", "L4"),
      ours(
          "L3",
          "OkHttp, same bytes, measured again: the noise",
          "Loopback.okHttpAgain",
          "L2",
          "L4"),
      limit("L4", "a held socket, same bytes", "Loopback.rawSocket"),
      ours("V1", "**seal 1 KB**, key in memory", "Seal.seal:MEMORY", "V4", "V6"),
      ours("V2", "**seal 1 KB**, key on SQLite", "Seal.seal:SQLITE", "V4", "V6"),
      ours("V3", "**seal 1 KB**, key on PostgreSQL", "Seal.seal:POSTGRESQL", "V4", "V6"),
      peer("V4", "Tink AEAD, held", "Aead.tinkSeal", "V6"),
      peer("V5", "KmsEnvelopeAead, local KEK", "Aead.envelopeSeal", "V6"),
      limit("V6", "JCA AES-GCM, key held", "Aead.jcaSeal"),
      ours("O1", "**open 1 KB**, key in memory", "Seal.open:MEMORY", "O4", "O6"),
      ours("O2", "**open 1 KB**, key on SQLite", "Seal.open:SQLITE", "O4", "O6"),
      ours("O3", "**open 1 KB**, key on PostgreSQL", "Seal.open:POSTGRESQL", "O4", "O6"),
      peer("O4", "Tink AEAD, held", "Aead.tinkOpen", "O6"),
      peer("O5", "KmsEnvelopeAead, local KEK", "Aead.envelopeOpen", "O6"),
      limit("O6", "JCA AES-GCM, key held", "Aead.jcaOpen"),
      ours("A1", "**keep 1 KB in the inbox**, SQLite", "Inbox.insert:SQLITE", "A3", "A4"),
      ours("A2", "**receive a webhook**, SQLite", "Inbox.receive:SQLITE", "A3", "A4"),
      peer("A3", "1 KB through the pool, SQLite", "Inbox.pooledInsert:SQLITE", "A4"),
      limit("A4", "insert and commit 1 KB, SQLite", "Inbox.insertAndCommit:SQLITE"),
      ours("A5", "**a text sent through a pipe**, SQLite", "Send.send:SQLITE", "A6", "A7"),
      peer("A6", "OkHttp between two commits, SQLite", "Send.okHttpBetweenTwoCommits:SQLITE", "A7"),
      limit("A7", "insert and commit, SQLite", "Send.insertAndCommit:SQLITE"),
      ours("P1", "**keep 1 KB in the inbox**, PostgreSQL", "Inbox.insert:POSTGRESQL", "P3", "P4"),
      ours("P2", "**receive a webhook**, PostgreSQL", "Inbox.receive:POSTGRESQL", "P3", "P4"),
      peer("P3", "1 KB through the pool, PostgreSQL", "Inbox.pooledInsert:POSTGRESQL", "P4"),
      limit("P4", "insert and commit 1 KB, PostgreSQL", "Inbox.insertAndCommit:POSTGRESQL"),
      ours("P5", "**a text sent through a pipe**, PostgreSQL", "Send.send:POSTGRESQL", "P6", "P7"),
      peer(
          "P6",
          "OkHttp between two commits, PostgreSQL",
          "Send.okHttpBetweenTwoCommits:POSTGRESQL",
          "P7"),
      limit("P7", "insert and commit, PostgreSQL", "Send.insertAndCommit:POSTGRESQL"),
      ours("F1", "**fetch 10 MiB into the vault**", "Media.keep", "F2", "F3"),
      peer("F2", "OkHttp, SHA-256, a file in the clear", "Media.okHttpToDisk", "F3"),
      limit("F3", "OkHttp and SHA-256, kept nowhere", "Media.okHttpAndDigest"),
      ours("F4", "**fetch 10 MiB to a path**", "Media.download", "F2", "F3"),
      ours("R1", "**redact 1 MB of messages**", "Redaction.redact", "R2", "R4"),
      peer("R2", "15 patterns of java.util.regex, counted only", "Redaction.patterns", "R4"),
      peer("R3", "the same on RE2/J", "Redaction.linear", "R4"),
      limit("R4", "look at each character", "Redaction.readDense"),
      ours("R5", "**redact 1 MB without digits or @**", "Redaction.redactPlain", "R6", "R7"),
      peer("R6", "the 15 patterns", "Redaction.patternsPlain", "R7"),
      limit("R7", "look at each character", "Redaction.readPlain"),
      peer("R8", "**redact a clean line of 120 characters**", "Redaction.cleanLine", "R9"),
      limit("R9", "look at each character", "Redaction.readLine"));

  private static Row ours(String name, String what, String measured, String peer, String limit) {
    return new Row(name, what, measured, Optional.of(peer), Optional.of(limit));
  }

  private static Row peer(String name, String what, String measured, String limit) {
    return new Row(name, what, measured, Optional.empty(), Optional.of(limit));
  }

  private static Row limit(String name, String what, String measured) {
    return new Row(name, what, measured, Optional.empty(), Optional.empty());
  }
}
