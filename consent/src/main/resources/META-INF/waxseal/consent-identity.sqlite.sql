-- version 1
CREATE TABLE wx_consent_identity (
  tenant TEXT NOT NULL,
  point BLOB NOT NULL,
  id BLOB NOT NULL,
  person BLOB NOT NULL,
  trusted BLOB,
  latest BLOB,
  sealed BLOB,
  refused INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  checked_at INTEGER NOT NULL,
  evidence BLOB,
  PRIMARY KEY (tenant, point)
);
CREATE INDEX wx_consent_identity_person ON wx_consent_identity (tenant, person);
