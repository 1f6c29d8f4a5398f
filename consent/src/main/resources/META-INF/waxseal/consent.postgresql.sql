-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_consent_entry (
  rowid BIGINT GENERATED ALWAYS AS IDENTITY,
  id BYTEA PRIMARY KEY,
  tenant TEXT NOT NULL,
  person BYTEA NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  cause TEXT NOT NULL,
  occurred_at BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  evidence BYTEA NOT NULL,
  evidence_hash BYTEA NOT NULL
);
CREATE INDEX wx_consent_entry_person ON wx_consent_entry (tenant, person);
CREATE TABLE wx_consent_revision (
  tenant TEXT NOT NULL,
  person BYTEA NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (tenant, person)
);
CREATE TABLE wx_consent_stop (
  tenant TEXT NOT NULL,
  point BYTEA NOT NULL,
  scope TEXT NOT NULL,
  cause TEXT NOT NULL,
  stopped_at BIGINT,
  resumed_at BIGINT,
  PRIMARY KEY (tenant, point, scope, cause)
);
CREATE TABLE wx_consent_mark (
  tenant TEXT NOT NULL,
  point BYTEA NOT NULL,
  purpose TEXT NOT NULL,
  transmission BYTEA NOT NULL,
  granted_at BIGINT NOT NULL,
  PRIMARY KEY (transmission, point)
);
CREATE INDEX wx_consent_mark_point ON wx_consent_mark (tenant, point);
CREATE TABLE wx_consent_window (
  tenant TEXT NOT NULL,
  account TEXT NOT NULL,
  person BYTEA NOT NULL,
  inbound_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, account, person)
);
CREATE TABLE wx_consent_confirmation (
  event BYTEA PRIMARY KEY,
  tenant TEXT NOT NULL,
  person BYTEA NOT NULL,
  owed_at BIGINT NOT NULL,
  transmission BYTEA
);
CREATE INDEX wx_consent_confirmation_person ON wx_consent_confirmation (tenant, person);
INSERT INTO wx_schema (module, version) VALUES ('consent', 1);
-- version 2
ALTER TABLE wx_consent_entry ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE wx_consent_entry ADD COLUMN language TEXT;
ALTER TABLE wx_consent_entry ADD COLUMN notice_hash TEXT;
CREATE TABLE wx_consent_wish (
  tenant TEXT NOT NULL,
  point BYTEA NOT NULL,
  id BYTEA NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  cause TEXT NOT NULL,
  at BIGINT NOT NULL,
  version INTEGER NOT NULL DEFAULT 0,
  via BYTEA,
  PRIMARY KEY (tenant, point, id)
);
CREATE INDEX wx_consent_wish_id ON wx_consent_wish (tenant, id);
INSERT INTO wx_consent_wish (tenant, point, id, kind, scope, cause, at)
  SELECT tenant, point, uuid_send(gen_random_uuid()), 'STOPPED', scope, cause, stopped_at FROM wx_consent_stop
  WHERE stopped_at IS NOT NULL AND (resumed_at IS NULL OR resumed_at <= stopped_at);
INSERT INTO wx_consent_wish (tenant, point, id, kind, scope, cause, at)
  SELECT tenant, point, uuid_send(gen_random_uuid()), 'RESUMED', scope, cause, resumed_at FROM wx_consent_stop
  WHERE resumed_at IS NOT NULL;
DROP TABLE wx_consent_stop;
CREATE TABLE wx_consent_inbound (
  tenant TEXT NOT NULL,
  point BYTEA NOT NULL,
  account TEXT NOT NULL,
  at BIGINT NOT NULL,
  person BYTEA NOT NULL,
  PRIMARY KEY (tenant, point, account, at)
);
CREATE INDEX wx_consent_inbound_person ON wx_consent_inbound (tenant, person);
CREATE TABLE wx_consent_grant_v1 AS
  SELECT id, tenant, person, scope, occurred_at FROM wx_consent_entry WHERE kind = 'GRANTED';
DROP TABLE wx_consent_revision;
UPDATE wx_schema SET version = 2 WHERE module = 'consent';
