-- version 1
CREATE TABLE wx_person_key (
  tenant TEXT NOT NULL,
  person BLOB NOT NULL,
  key_id BLOB NOT NULL,
  version INTEGER NOT NULL,
  state INTEGER NOT NULL,
  wrapped BLOB,
  wrapped_sha256 BLOB,
  created_at INTEGER NOT NULL,
  destroyed_at INTEGER,
  PRIMARY KEY (tenant, person),
  CHECK (state IN (1, 3) AND (state = 1) = (wrapped IS NOT NULL) AND (state = 3) = (destroyed_at IS NOT NULL))
);
