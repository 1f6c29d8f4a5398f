/**
 * The way out: rules judge a message, the gate collects their verdicts, and what all allow travels once. Hosts and
 * modules write {@link io.waxseal.send.SendRule}s and read {@link io.waxseal.send.SendResult}s; permit, transport and
 * journal stay inside, so that no message walks around {@link io.waxseal.send.SendGate}.
 */
@NullMarked
package io.waxseal.send;

import org.jspecify.annotations.NullMarked;
