/**
 * All five promises in one run: a host composed as in the README, a simulator in Meta's place, real HTTP between them,
 * one SQLite file. Start reading at {@link io.waxseal.quickstart.Quickstart}.
 */
@NullMarked
package io.waxseal.quickstart;

import org.jspecify.annotations.NullMarked;
