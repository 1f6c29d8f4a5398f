-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_inbox (
  rowid BIGINT GENERATED ALWAYS AS IDENTITY,
  id BYTEA PRIMARY KEY,
  tenant TEXT NOT NULL,
  dedupe BYTEA NOT NULL,
  person BYTEA NOT NULL,
  sealed BYTEA,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  lease BYTEA,
  why TEXT,
  UNIQUE (tenant, dedupe)
);
CREATE INDEX wx_inbox_waiting ON wx_inbox (received_at, rowid) WHERE state = 'WAITING';
CREATE INDEX wx_inbox_parked ON wx_inbox (tenant) WHERE state = 'PARKED';
CREATE INDEX wx_inbox_person ON wx_inbox (tenant, person);
INSERT INTO wx_schema (module, version) VALUES ('inbox', 1);
