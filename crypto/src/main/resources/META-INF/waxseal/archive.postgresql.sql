-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_archive (
  rowid BIGINT GENERATED ALWAYS AS IDENTITY,
  tenant TEXT NOT NULL,
  id BYTEA NOT NULL,
  person BYTEA NOT NULL,
  at BIGINT NOT NULL,
  sealed BYTEA,
  erased_at BIGINT,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX wx_archive_person ON wx_archive (tenant, person, at);
INSERT INTO wx_schema (module, version) VALUES ('archive', 1);
