-- version 1
CREATE TABLE IF NOT EXISTS wx_schema (module TEXT PRIMARY KEY, version INTEGER NOT NULL);
CREATE TABLE wx_upgrade (name TEXT PRIMARY KEY);
INSERT INTO wx_schema (module, version) VALUES ('upgrade', 1);
-- version 2
ALTER TABLE wx_upgrade ADD COLUMN length BIGINT;
UPDATE wx_upgrade SET length = length(name);
UPDATE wx_schema SET version = 2 WHERE module = 'upgrade';
