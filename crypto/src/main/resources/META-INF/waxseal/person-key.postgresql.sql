-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_person_key (
  tenant TEXT NOT NULL,
  person BYTEA NOT NULL,
  key_id BYTEA NOT NULL,
  version INTEGER NOT NULL,
  state INTEGER NOT NULL,
  wrapped BYTEA,
  wrapped_sha256 BYTEA,
  created_at BIGINT NOT NULL,
  destroyed_at BIGINT,
  PRIMARY KEY (tenant, person),
  CHECK (state IN (1, 3) AND (state = 1) = (wrapped IS NOT NULL) AND (state = 3) = (destroyed_at IS NOT NULL))
);
INSERT INTO wx_schema (module, version) VALUES ('person-key', 1);
