/**
 * Redacts what goes through Logback 1.5 and later: {@link io.waxseal.redaction.logback.RedactingAppender} stands in front
 * of any appenders, {@link io.waxseal.redaction.logback.RedactingEncoder} in front of one encoder. The event itself is
 * redacted, not only its pattern, so that JSON encoders and asynchronous appenders see nothing else.
 *
 * <p>Hosts name the classes in {@code logback.xml}, or compose them in code. Logback is the host's: it is not brought.
 */
@NullMarked
package io.waxseal.redaction.logback;

import org.jspecify.annotations.NullMarked;
