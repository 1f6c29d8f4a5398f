-- version 1
CREATE TABLE wx_template (
  tenant TEXT NOT NULL,
  waba TEXT NOT NULL,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  category TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (tenant, waba, name, language)
);
