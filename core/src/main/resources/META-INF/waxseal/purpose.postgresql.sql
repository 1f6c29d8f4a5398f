-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_purpose (
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  category TEXT NOT NULL,
  basis TEXT NOT NULL,
  material_since INTEGER NOT NULL,
  notices BYTEA NOT NULL,
  PRIMARY KEY (name, version)
);
INSERT INTO wx_schema (module, version) VALUES ('purpose', 1);
