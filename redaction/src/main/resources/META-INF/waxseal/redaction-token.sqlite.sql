-- version 1
CREATE TABLE wx_redaction_token (
  tenant TEXT NOT NULL,
  id BLOB NOT NULL,
  person BLOB NOT NULL,
  type TEXT NOT NULL,
  sealed BLOB,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  erased_at INTEGER,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX wx_redaction_token_person ON wx_redaction_token (tenant, person);
CREATE INDEX wx_redaction_token_full ON wx_redaction_token (expires_at) WHERE sealed IS NOT NULL;
