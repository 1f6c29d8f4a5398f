-- version 1
CREATE TABLE wx_inbox (
  id BLOB PRIMARY KEY,
  tenant TEXT NOT NULL,
  dedupe BLOB NOT NULL,
  person BLOB NOT NULL,
  sealed BLOB,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  lease BLOB,
  why TEXT,
  UNIQUE (tenant, dedupe)
);
CREATE INDEX wx_inbox_waiting ON wx_inbox (received_at) WHERE state = 'WAITING';
CREATE INDEX wx_inbox_parked ON wx_inbox (tenant) WHERE state = 'PARKED';
CREATE INDEX wx_inbox_person ON wx_inbox (tenant, person);
