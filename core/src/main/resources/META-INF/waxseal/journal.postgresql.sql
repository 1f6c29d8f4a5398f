-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_journal (
  transmission BYTEA PRIMARY KEY,
  tenant TEXT NOT NULL,
  account TEXT NOT NULL,
  person BYTEA NOT NULL,
  purpose TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  wamid BYTEA,
  delivery TEXT,
  created_at BIGINT NOT NULL,
  settled_at BIGINT NOT NULL
);
CREATE INDEX wx_journal_wamid ON wx_journal (tenant, wamid);
CREATE INDEX wx_journal_person ON wx_journal (tenant, person);
CREATE INDEX wx_journal_state ON wx_journal (state, settled_at);
INSERT INTO wx_schema (module, version) VALUES ('journal', 1);
-- version 2
ALTER TABLE wx_journal ADD COLUMN point BYTEA;
UPDATE wx_schema SET version = 2 WHERE module = 'journal';
