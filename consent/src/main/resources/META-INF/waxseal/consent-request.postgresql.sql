-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_consent_request (
  id BYTEA PRIMARY KEY,
  tenant TEXT NOT NULL,
  person BYTEA NOT NULL,
  purpose TEXT NOT NULL,
  requested_at BIGINT NOT NULL,
  evidence BYTEA NOT NULL
);
CREATE INDEX wx_consent_request_person ON wx_consent_request (tenant, person);
INSERT INTO wx_schema (module, version) VALUES ('consent-request', 1);
