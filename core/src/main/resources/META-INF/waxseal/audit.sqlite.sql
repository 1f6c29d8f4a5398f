-- version 1
CREATE TABLE wx_audit_stage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  leaf BLOB NOT NULL
);
CREATE TABLE wx_audit_entry (
  idx INTEGER PRIMARY KEY,
  leaf BLOB NOT NULL,
  hash BLOB NOT NULL
);
CREATE TABLE wx_audit_tree (
  log INTEGER PRIMARY KEY CHECK (log = 1),
  size INTEGER NOT NULL,
  edge BLOB NOT NULL
);
CREATE TABLE wx_audit_checkpoint (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
);
CREATE TABLE wx_audit_detail (
  event BLOB PRIMARY KEY,
  tenant TEXT NOT NULL,
  person BLOB NOT NULL,
  envelope BLOB NOT NULL
);
CREATE TABLE wx_audit_key (
  log INTEGER PRIMARY KEY CHECK (log = 1),
  id BLOB NOT NULL,
  origin TEXT NOT NULL,
  name TEXT NOT NULL,
  public_key BLOB NOT NULL,
  sealed_seed BLOB NOT NULL
);
