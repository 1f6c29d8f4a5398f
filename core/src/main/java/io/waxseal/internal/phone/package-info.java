/**
 * The numbering plans of all countries, as one automaton over digits that is generated from libphonenumber's metadata into
 * {@code phone-plans.bin}, and the reader of numbers as people write them. {@code ContactPoint} and the detectors of
 * redaction call it.
 */
@NullMarked
package io.waxseal.internal.phone;

import org.jspecify.annotations.NullMarked;
