/**
 * The kinds of number that people, firms, banks and states give: {@code identifiers.txt} says how each is written, checked
 * and announced; the classes named after continents hold the check digits.
 */
@NullMarked
package io.waxseal.redaction.internal.identifier;

import org.jspecify.annotations.NullMarked;
