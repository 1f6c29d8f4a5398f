-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_consent_group (
  tenant TEXT NOT NULL,
  grp BYTEA NOT NULL,
  point BYTEA NOT NULL,
  kind TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  left_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, grp, point)
);
INSERT INTO wx_schema (module, version) VALUES ('consent-group', 1);
