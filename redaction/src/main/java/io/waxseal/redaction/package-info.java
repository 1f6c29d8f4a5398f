/**
 * Finds sensitive values in text and replaces them: payment cards, e-mail addresses, phone numbers, password-like values,
 * tokens, and the identity, tax and bank numbers of more than sixty countries.
 *
 * <p>Hosts call {@link io.waxseal.redaction.Redactor}, directly or as a guard of both corridors, and may add a {@link
 * io.waxseal.redaction.Detector} of their own. Everything else is package-private: one pass over the text ({@code Scan})
 * hands each candidate to the validators of its kind ({@code Cards}, {@code Phones}, {@code Emails}, {@code Passwords}),
 * which ask {@code Context} for the words around it. No regular expression, no recursion, no candidate read twice by
 * length: the work grows with the text and not faster.
 */
@NullMarked
package io.waxseal.redaction;

import org.jspecify.annotations.NullMarked;
