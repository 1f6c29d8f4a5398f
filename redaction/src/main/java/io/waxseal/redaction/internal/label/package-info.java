/**
 * What redaction leaves in a text, and how it is known again, so that redacting twice is redacting once: labels,
 * pseudonyms, tokens, values made coarser, and masks.
 */
@NullMarked
package io.waxseal.redaction.internal.label;

import org.jspecify.annotations.NullMarked;
