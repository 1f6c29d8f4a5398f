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
-- version 2
CREATE TABLE wx_person_sighting (
  tenant TEXT NOT NULL,
  phone BYTEA NOT NULL,
  account BYTEA NOT NULL,
  account_kind TEXT NOT NULL,
  first_at BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, phone, account)
);
CREATE INDEX wx_person_sighting_account ON wx_person_sighting (tenant, account);
CREATE TABLE wx_person_link (
  rowid BIGINT GENERATED ALWAYS AS IDENTITY,
  id BYTEA PRIMARY KEY,
  tenant TEXT NOT NULL,
  kind TEXT NOT NULL,
  from_point BYTEA NOT NULL,
  from_kind TEXT NOT NULL,
  to_point BYTEA NOT NULL,
  to_kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  event BYTEA,
  retracted_at BIGINT,
  UNIQUE (tenant, from_point, to_point, kind, at)
);
CREATE INDEX wx_person_link_to ON wx_person_link (tenant, to_point);
CREATE TABLE wx_person_grave (
  tenant TEXT NOT NULL,
  grave BYTEA NOT NULL,
  point BYTEA NOT NULL,
  kind TEXT NOT NULL,
  core INTEGER NOT NULL,
  erased_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, point, grave)
);
CREATE INDEX wx_person_grave_grave ON wx_person_grave (tenant, grave);
CREATE INDEX wx_person_grave_erased ON wx_person_grave (erased_at);
DROP INDEX wx_person_point_person;
ALTER TABLE wx_person_point RENAME TO wx_person_point_v1;
CREATE TABLE wx_person_point (
  rowid BIGINT GENERATED ALWAYS AS IDENTITY,
  id BYTEA PRIMARY KEY,
  tenant TEXT NOT NULL,
  point BYTEA NOT NULL,
  kind TEXT NOT NULL,
  person BYTEA NOT NULL,
  sealed BYTEA,
  seen_at BIGINT NOT NULL,
  UNIQUE (tenant, point, person)
);
CREATE INDEX wx_person_point_person ON wx_person_point (tenant, person);
UPDATE wx_schema SET version = 2 WHERE module = 'directory';
