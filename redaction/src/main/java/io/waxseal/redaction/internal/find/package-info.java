/**
 * Finding. {@code StandardDetector} lends a {@code Scan} to each text: one pass that hands each candidate to the reader of
 * its kind ({@code Cards}, {@code Phones}, {@code Emails}, {@code Passwords}, {@code Tokens}, {@code PlatformIds}, {@code
 * Identifiers} and others). {@code Words} tells all of them the words around. No regular expression, no recursion, no
 * candidate read twice by length: the work grows with the text and not faster.
 */
@NullMarked
package io.waxseal.redaction.internal.find;

import org.jspecify.annotations.NullMarked;
