/**
 * Proves by trying to break them what the stores promise: that nothing acknowledged is lost and nothing happens twice when
 * a process is killed, and that no message starts after the acknowledgement of a stop that forbids it.
 *
 * <p>{@link io.waxseal.proof.Proof} is called by {@code mvn -Pproof verify}. {@code KillHarness} starts a {@code Victim},
 * a process that runs both corridors over a store, ends it with SIGKILL and compares what it acknowledged with what is
 * found afterwards. {@code RaceHarness} lets a send and a stop of one person start at almost the same time, in one process
 * or with a {@code Stopper} in a second, and compares the instants. Both run controls that must fail.
 */
@NullMarked
package io.waxseal.proof;

import org.jspecify.annotations.NullMarked;
