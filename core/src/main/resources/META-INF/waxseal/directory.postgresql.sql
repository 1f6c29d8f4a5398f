-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_person (
  tenant TEXT NOT NULL,
  person BYTEA NOT NULL,
  born BIGINT NOT NULL,
  became BYTEA,
  PRIMARY KEY (tenant, person)
);
CREATE INDEX wx_person_born ON wx_person (born);
CREATE INDEX wx_person_became ON wx_person (tenant, became);
CREATE TABLE wx_person_point (
  rowid BIGINT GENERATED ALWAYS AS IDENTITY,
  id BYTEA PRIMARY KEY,
  tenant TEXT NOT NULL,
  idx BYTEA NOT NULL,
  person BYTEA NOT NULL,
  evidence TEXT NOT NULL,
  sealed BYTEA NOT NULL,
  UNIQUE (tenant, idx)
);
CREATE INDEX wx_person_point_person ON wx_person_point (tenant, person);
INSERT INTO wx_schema (module, version) VALUES ('directory', 1);
