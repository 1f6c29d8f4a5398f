-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_consent_identity (
  tenant TEXT NOT NULL,
  point BYTEA NOT NULL,
  id BYTEA NOT NULL,
  person BYTEA NOT NULL,
  trusted BYTEA,
  latest BYTEA,
  sealed BYTEA,
  refused INTEGER NOT NULL,
  seen_at BIGINT NOT NULL,
  checked_at BIGINT NOT NULL,
  evidence BYTEA,
  PRIMARY KEY (tenant, point)
);
CREATE INDEX wx_consent_identity_person ON wx_consent_identity (tenant, person);
INSERT INTO wx_schema (module, version) VALUES ('consent-identity', 1);
