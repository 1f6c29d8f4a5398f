/**
 * The numbering plans of all countries, as one automaton over digits that is generated from libphonenumber's metadata into
 * {@code phone-plans.bin}.
 */
@NullMarked
package io.waxseal.redaction.internal.phone;

import org.jspecify.annotations.NullMarked;
