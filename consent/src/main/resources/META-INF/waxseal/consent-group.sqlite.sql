-- version 1
CREATE TABLE wx_consent_group (
  tenant TEXT NOT NULL,
  grp BLOB NOT NULL,
  point BLOB NOT NULL,
  kind TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  left_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, grp, point)
);
