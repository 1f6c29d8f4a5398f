package io.waxseal.store;

/** The SQL a {@link Database} speaks, for a store that brings its own tables. */
public enum Dialect {
  /** SQLite, a file or in memory. */
  SQLITE,
  /** PostgreSQL, 12 or later. */
  POSTGRESQL
}
