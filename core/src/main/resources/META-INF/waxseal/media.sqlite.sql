-- version 1
CREATE TABLE wx_media (
  tenant TEXT NOT NULL,
  id BLOB NOT NULL,
  person BLOB NOT NULL,
  media BLOB NOT NULL,
  state TEXT NOT NULL,
  sealed_key BLOB NOT NULL,
  sealed BLOB,
  at INTEGER NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX wx_media_person ON wx_media (tenant, person, media);
CREATE INDEX wx_media_state ON wx_media (state, at);
