/** What every store does with SQL: short statements with bound values, UUIDs and times as columns, DDL out of the jar. */
@NullMarked
package io.waxseal.internal.sql;

import org.jspecify.annotations.NullMarked;
