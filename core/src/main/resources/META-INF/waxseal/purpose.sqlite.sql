-- version 1
CREATE TABLE wx_purpose (
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  category TEXT NOT NULL,
  basis TEXT NOT NULL,
  material_since INTEGER NOT NULL,
  notices BLOB NOT NULL,
  PRIMARY KEY (name, version)
);
