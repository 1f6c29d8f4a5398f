/**
 * Finds sensitive values in text and replaces them: payment cards, e-mail addresses, phone numbers, password-like values,
 * tokens, and the identity, tax and bank numbers of more than sixty countries.
 *
 * <p>Hosts call {@link io.waxseal.redaction.Redactor}, directly or as a guard of both corridors, compose {@link
 * io.waxseal.redaction.RedactionFilter}s of it, say by a {@link io.waxseal.redaction.Policy} what becomes of what is found,
 * and may add a {@link io.waxseal.redaction.Detector} of their own. Everything else is package-private, in three rooms:
 *
 * <ul>
 *   <li><b>Finding.</b> {@code StandardDetector} lends a {@code Scan} to each text: one pass that hands each candidate to the
 *       reader of its kind ({@code Cards}, {@code Phones}, {@code Emails}, {@code Passwords}, {@code Tokens}, {@code
 *       PlatformIds}, {@code Identifiers} with {@code IdentifierTable} and the checks of each continent). {@code Words}
 *       tells all of them the words around. No regular expression, no recursion, no candidate read twice by length: the
 *       work grows with the text and not faster.
 *   <li><b>Treating.</b> {@code Engine} makes findings disjoint ({@code Overlaps}), applies the plan of a policy and leaves
 *       what {@code Labels} knows again; {@code TokenStore} keeps what can be read back.
 *   <li><b>Walking.</b> {@code JsonRedactor} goes through trees, {@code OutboundRule} stands in the gate.
 * </ul>
 */
@NullMarked
package io.waxseal.redaction;

import org.jspecify.annotations.NullMarked;
