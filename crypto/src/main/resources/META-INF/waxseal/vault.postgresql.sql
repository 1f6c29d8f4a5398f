-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_branch_key (
  tenant TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  key_id BYTEA NOT NULL,
  kek_uri TEXT NOT NULL,
  wrapped BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, epoch)
);
CREATE TABLE wx_index_key (
  tenant TEXT NOT NULL,
  field TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  key_id BYTEA NOT NULL,
  wrapped BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, field, epoch)
);
INSERT INTO wx_schema (module, version) VALUES ('vault', 1);
