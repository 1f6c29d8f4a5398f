-- version 1
CREATE TABLE wx_branch_key (
  tenant TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  key_id BLOB NOT NULL,
  kek_uri TEXT NOT NULL,
  wrapped BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, epoch)
);
CREATE TABLE wx_index_key (
  tenant TEXT NOT NULL,
  field TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  key_id BLOB NOT NULL,
  wrapped BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, field, epoch)
);
