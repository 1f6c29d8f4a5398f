-- version 1
CREATE TABLE wx_person (
  tenant TEXT NOT NULL,
  person BLOB NOT NULL,
  born INTEGER NOT NULL,
  became BLOB,
  PRIMARY KEY (tenant, person)
);
CREATE INDEX wx_person_became ON wx_person (tenant, became);
CREATE TABLE wx_person_point (
  id BLOB PRIMARY KEY,
  tenant TEXT NOT NULL,
  idx BLOB NOT NULL,
  person BLOB NOT NULL,
  evidence TEXT NOT NULL,
  sealed BLOB NOT NULL,
  UNIQUE (tenant, idx)
);
CREATE INDEX wx_person_point_person ON wx_person_point (tenant, person);
-- version 2
CREATE INDEX wx_person_born ON wx_person (born);
CREATE TABLE wx_person_sighting (
  tenant TEXT NOT NULL,
  phone BLOB NOT NULL,
  account BLOB NOT NULL,
  account_kind TEXT NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, phone, account)
);
CREATE INDEX wx_person_sighting_account ON wx_person_sighting (tenant, account);
CREATE TABLE wx_person_link (
  id BLOB PRIMARY KEY,
  tenant TEXT NOT NULL,
  kind TEXT NOT NULL,
  from_point BLOB NOT NULL,
  from_kind TEXT NOT NULL,
  to_point BLOB NOT NULL,
  to_kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  event BLOB,
  retracted_at INTEGER,
  UNIQUE (tenant, from_point, to_point, kind, at)
);
CREATE INDEX wx_person_link_to ON wx_person_link (tenant, to_point);
CREATE TABLE wx_person_grave (
  tenant TEXT NOT NULL,
  grave BLOB NOT NULL,
  point BLOB NOT NULL,
  kind TEXT NOT NULL,
  core INTEGER NOT NULL,
  erased_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, point, grave)
);
CREATE INDEX wx_person_grave_grave ON wx_person_grave (tenant, grave);
CREATE INDEX wx_person_grave_erased ON wx_person_grave (erased_at);
DROP INDEX wx_person_point_person;
ALTER TABLE wx_person_point RENAME TO wx_person_point_v1;
CREATE TABLE wx_person_point (
  id BLOB PRIMARY KEY,
  tenant TEXT NOT NULL,
  point BLOB NOT NULL,
  kind TEXT NOT NULL,
  person BLOB NOT NULL,
  sealed BLOB,
  seen_at INTEGER NOT NULL,
  UNIQUE (tenant, point, person)
);
CREATE INDEX wx_person_point_person ON wx_person_point (tenant, person);
