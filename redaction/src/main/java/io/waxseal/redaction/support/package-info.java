/**
 * What a host may attach to a question: {@link io.waxseal.redaction.support.SupportBundle} collects health, versions, the
 * composition and the ends of log files, redacted, in one zip file. {@link io.waxseal.redaction.support.LineDecoder} tells
 * which lines of a file cannot be redacted by themselves.
 *
 * <p>Called by hosts and by the command line. It asks nothing over a network and sends nothing.
 */
@NullMarked
package io.waxseal.redaction.support;

import org.jspecify.annotations.NullMarked;
