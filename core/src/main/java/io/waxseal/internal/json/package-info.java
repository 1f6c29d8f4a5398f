/**
 * Reads fields out of JSON trees leniently where the wire is lenient, and names the place where it is not. Used by the
 * parsers of webhooks and of Meta's answers.
 */
@NullMarked
package io.waxseal.internal.json;

import org.jspecify.annotations.NullMarked;
