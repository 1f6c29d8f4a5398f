/** Finds phone numbers among the digit groups of a text by core's numbering plans. */
@NullMarked
package io.waxseal.redaction.internal.phone;

import org.jspecify.annotations.NullMarked;
