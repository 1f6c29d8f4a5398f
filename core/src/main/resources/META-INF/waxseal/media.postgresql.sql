-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_media (
  tenant TEXT NOT NULL,
  id BYTEA NOT NULL,
  person BYTEA NOT NULL,
  media BYTEA NOT NULL,
  state TEXT NOT NULL,
  sealed_key BYTEA NOT NULL,
  sealed BYTEA,
  at BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX wx_media_person ON wx_media (tenant, person, media);
CREATE INDEX wx_media_state ON wx_media (state, at);
INSERT INTO wx_schema (module, version) VALUES ('media', 1);
