-- version 1
CREATE TABLE wx_consent_request (
  id BLOB PRIMARY KEY,
  tenant TEXT NOT NULL,
  person BLOB NOT NULL,
  purpose TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  evidence BLOB NOT NULL
);
CREATE INDEX wx_consent_request_person ON wx_consent_request (tenant, person);
