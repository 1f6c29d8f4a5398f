-- version 1
CREATE TABLE wx_archive (
  tenant TEXT NOT NULL,
  id BLOB NOT NULL,
  person BLOB NOT NULL,
  at INTEGER NOT NULL,
  sealed BLOB,
  erased_at INTEGER,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX wx_archive_person ON wx_archive (tenant, person, at);
