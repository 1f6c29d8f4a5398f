/**
 * What every log filter shares: {@link io.waxseal.redaction.logging.LogRedactor} redacts the parts of one log event, a
 * message with its arguments, named values, a throwable with everything that hangs on it.
 *
 * <p>Called by the adapters for Logback, Log4j 2 and {@code java.util.logging}, and by hosts that bring an adapter for
 * another back end. Nothing here knows a back end, and nothing here logs.
 */
@NullMarked
package io.waxseal.redaction.logging;

import org.jspecify.annotations.NullMarked;
