/**
 * Finding. {@code StandardDetector} lends a {@code Scan} to each text: one pass that hands each candidate to the reader of
 * its kind: digits to {@code DigitGroups} (cards, phones) and {@code Identifiers}, words to {@code SecretWords} (passwords,
 * codes), {@code Tokens} and {@code PlatformIds}, signs to {@code Emails}, {@code Assignments} and others. {@code Words} tells all of them the words around. No regular expression, no recursion, no
 * candidate read twice by length: the work grows with the text and not faster.
 */
@NullMarked
package io.waxseal.redaction.internal.find;

import org.jspecify.annotations.NullMarked;
