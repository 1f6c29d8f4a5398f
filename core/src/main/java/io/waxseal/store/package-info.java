/**
 * The one database of a host and its transactions: the only door to SQL for all modules, so that a stop, a received
 * event and an audit entry commit together.
 */
@NullMarked
package io.waxseal.store;

import org.jspecify.annotations.NullMarked;
