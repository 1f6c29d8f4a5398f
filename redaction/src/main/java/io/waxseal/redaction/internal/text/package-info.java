/**
 * Characters, digits and words of any script: what stands in a text, before anything is judged. {@code Chars} says what a
 * character is, {@code Starts} where something may begin, {@code DigitRun} reads groups of digits, {@code Lexicon} looks up
 * words and phrases.
 */
@NullMarked
package io.waxseal.redaction.internal.text;

import org.jspecify.annotations.NullMarked;
