-- version 1
CREATE TABLE wx_upgrade (name TEXT PRIMARY KEY);
-- version 2
ALTER TABLE wx_upgrade ADD COLUMN length INTEGER;
UPDATE wx_upgrade SET length = length(name);
