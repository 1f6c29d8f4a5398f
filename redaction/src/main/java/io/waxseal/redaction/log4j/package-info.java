/**
 * Redacts what goes through Log4j 2: {@link io.waxseal.redaction.log4j.RedactionPolicy} is a policy for Log4j's {@code
 * RewriteAppender}, in the configuration the element {@code WaxsealRedaction}. The event itself is redacted, so that every
 * layout and every appender behind it see nothing else.
 *
 * <p>Log4j is the host's: it is not brought.
 */
@NullMarked
package io.waxseal.redaction.log4j;

import org.jspecify.annotations.NullMarked;
