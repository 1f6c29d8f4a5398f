/**
 * Redacts what goes through {@code java.util.logging}: {@link io.waxseal.redaction.jul.RedactingHandler} around a handler,
 * {@link io.waxseal.redaction.jul.RedactingFormatter} around a formatter. A record in which something was found is replaced
 * by another one, never changed, since other handlers share it.
 *
 * <p>Hosts name the classes in {@code logging.properties}, or compose them in code.
 */
@NullMarked
package io.waxseal.redaction.jul;

import org.jspecify.annotations.NullMarked;
