-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_audit_stage (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  leaf BYTEA NOT NULL
);
CREATE TABLE wx_audit_entry (
  idx BIGINT PRIMARY KEY,
  leaf BYTEA NOT NULL,
  hash BYTEA NOT NULL
);
CREATE TABLE wx_audit_tree (
  log BIGINT PRIMARY KEY CHECK (log = 1),
  size BIGINT NOT NULL,
  edge BYTEA NOT NULL
);
CREATE TABLE wx_audit_checkpoint (
  size BIGINT PRIMARY KEY,
  note TEXT NOT NULL
);
CREATE TABLE wx_audit_detail (
  event BYTEA PRIMARY KEY,
  tenant TEXT NOT NULL,
  person BYTEA NOT NULL,
  envelope BYTEA NOT NULL
);
CREATE TABLE wx_audit_key (
  log BIGINT PRIMARY KEY CHECK (log = 1),
  id BYTEA NOT NULL,
  origin TEXT NOT NULL,
  name TEXT NOT NULL,
  public_key BYTEA NOT NULL,
  sealed_seed BYTEA NOT NULL
);
INSERT INTO wx_schema (module, version) VALUES ('audit', 1);
