/**
 * Who a person is and what is kept of them: the person and the points at which they are reached, the directory that
 * links the two, the vault that seals what is theirs, the archive of their messages, and the sources an erasure visits.
 * The crypto module fills the vault; every store calls it.
 */
@NullMarked
package io.waxseal.person;

import org.jspecify.annotations.NullMarked;
