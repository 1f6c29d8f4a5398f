-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_redaction_token (
  tenant TEXT NOT NULL,
  id BYTEA NOT NULL,
  person BYTEA NOT NULL,
  type TEXT NOT NULL,
  sealed BYTEA,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  erased_at BIGINT,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX wx_redaction_token_person ON wx_redaction_token (tenant, person);
CREATE INDEX wx_redaction_token_full ON wx_redaction_token (expires_at) WHERE sealed IS NOT NULL;
INSERT INTO wx_schema (module, version) VALUES ('redaction-token', 1);
