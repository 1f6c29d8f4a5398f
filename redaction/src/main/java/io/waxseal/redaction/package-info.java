/**
 * Finds sensitive values in text and replaces them: payment cards, e-mail addresses, phone numbers, password-like values,
 * tokens, and the identity, tax and bank numbers of more than sixty countries.
 *
 * <p>Hosts call {@link io.waxseal.redaction.Redactor}, directly or as a guard of both corridors, compose {@link
 * io.waxseal.redaction.RedactionFilter}s of it, say by a {@link io.waxseal.redaction.Policy} what becomes of what is found,
 * and may add a {@link io.waxseal.redaction.detect.Detector} of their own. Behind them stand three rooms:
 *
 * <ul>
 *   <li><b>Finding</b> is {@code io.waxseal.redaction.internal.find}: one pass over the text with the numbers, numbering
 *       plans and words of the packages beside it.
 *   <li><b>Treating.</b> {@code Engine} makes findings disjoint ({@code Overlaps}), applies the plan of a policy and leaves
 *       what {@code io.waxseal.redaction.internal.label} knows again; {@code TokenStore} keeps what can be read back.
 *   <li><b>Walking.</b> {@code JsonRedactor} goes through trees, {@code OutboundRule} stands in the gate.
 * </ul>
 */
@NullMarked
package io.waxseal.redaction;

import org.jspecify.annotations.NullMarked;
