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
