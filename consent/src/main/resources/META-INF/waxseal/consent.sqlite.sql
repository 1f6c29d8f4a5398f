-- version 1
CREATE TABLE wx_consent_entry (
  id BLOB PRIMARY KEY,
  tenant TEXT NOT NULL,
  person BLOB NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  cause TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  evidence BLOB NOT NULL,
  evidence_hash BLOB NOT NULL
);
CREATE INDEX wx_consent_entry_person ON wx_consent_entry (tenant, person);
CREATE TABLE wx_consent_revision (
  tenant TEXT NOT NULL,
  person BLOB NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (tenant, person)
);
CREATE TABLE wx_consent_stop (
  tenant TEXT NOT NULL,
  point BLOB NOT NULL,
  scope TEXT NOT NULL,
  cause TEXT NOT NULL,
  stopped_at INTEGER,
  resumed_at INTEGER,
  PRIMARY KEY (tenant, point, scope, cause)
);
CREATE TABLE wx_consent_mark (
  tenant TEXT NOT NULL,
  point BLOB NOT NULL,
  purpose TEXT NOT NULL,
  transmission BLOB NOT NULL,
  granted_at INTEGER NOT NULL,
  PRIMARY KEY (transmission, point)
);
CREATE INDEX wx_consent_mark_point ON wx_consent_mark (tenant, point);
CREATE TABLE wx_consent_window (
  tenant TEXT NOT NULL,
  account TEXT NOT NULL,
  person BLOB NOT NULL,
  inbound_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, account, person)
);
CREATE TABLE wx_consent_confirmation (
  event BLOB PRIMARY KEY,
  tenant TEXT NOT NULL,
  person BLOB NOT NULL,
  owed_at INTEGER NOT NULL,
  transmission BLOB
);
CREATE INDEX wx_consent_confirmation_person ON wx_consent_confirmation (tenant, person);
-- version 2
ALTER TABLE wx_consent_entry ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE wx_consent_entry ADD COLUMN language TEXT;
ALTER TABLE wx_consent_entry ADD COLUMN notice_hash TEXT;
CREATE TABLE wx_consent_wish (
  tenant TEXT NOT NULL,
  point BLOB NOT NULL,
  id BLOB NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  cause TEXT NOT NULL,
  at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 0,
  via BLOB,
  PRIMARY KEY (tenant, point, id)
);
CREATE INDEX wx_consent_wish_id ON wx_consent_wish (tenant, id);
INSERT INTO wx_consent_wish (tenant, point, id, kind, scope, cause, at)
  SELECT tenant, point, randomblob(16), 'STOPPED', scope, cause, stopped_at FROM wx_consent_stop
  WHERE stopped_at IS NOT NULL AND (resumed_at IS NULL OR resumed_at <= stopped_at);
INSERT INTO wx_consent_wish (tenant, point, id, kind, scope, cause, at)
  SELECT tenant, point, randomblob(16), 'RESUMED', scope, cause, resumed_at FROM wx_consent_stop
  WHERE resumed_at IS NOT NULL;
DROP TABLE wx_consent_stop;
CREATE TABLE wx_consent_inbound (
  tenant TEXT NOT NULL,
  point BLOB NOT NULL,
  account TEXT NOT NULL,
  at INTEGER NOT NULL,
  person BLOB NOT NULL,
  PRIMARY KEY (tenant, point, account, at)
);
CREATE INDEX wx_consent_inbound_person ON wx_consent_inbound (tenant, person);
CREATE TABLE wx_consent_grant_v1 AS
  SELECT id, tenant, person, scope, occurred_at FROM wx_consent_entry WHERE kind = 'GRANTED';
DROP TABLE wx_consent_revision;
