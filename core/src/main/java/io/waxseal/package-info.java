/**
 * What a host holds: {@link io.waxseal.WhatsApp}, the one object for both corridors, and the {@link io.waxseal.guard.Guard}s
 * that modules and hosts add to it. Everything else is reached from here.
 */
@NullMarked
package io.waxseal;

import org.jspecify.annotations.NullMarked;
