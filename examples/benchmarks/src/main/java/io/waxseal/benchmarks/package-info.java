/**
 * What each corridor costs: JMH benchmarks, a peer and a limit measured beside each, and the one table they are printed
 * in. {@link io.waxseal.benchmarks.Benchmarks} is run by the Maven profile {@code bench}; nothing else calls it.
 */
@NullMarked
package io.waxseal.benchmarks;

import org.jspecify.annotations.NullMarked;
