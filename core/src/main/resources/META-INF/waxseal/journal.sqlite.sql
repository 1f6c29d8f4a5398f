-- version 1
CREATE TABLE wx_journal (
  transmission BLOB PRIMARY KEY,
  tenant TEXT NOT NULL,
  account TEXT NOT NULL,
  person BLOB NOT NULL,
  purpose TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  wamid BLOB,
  delivery TEXT,
  created_at INTEGER NOT NULL,
  settled_at INTEGER NOT NULL
);
CREATE INDEX wx_journal_wamid ON wx_journal (tenant, wamid);
CREATE INDEX wx_journal_person ON wx_journal (tenant, person);
CREATE INDEX wx_journal_state ON wx_journal (state, settled_at);
-- version 2
ALTER TABLE wx_journal ADD COLUMN point BLOB;
