/**
 * What modules and hosts bring to both corridors, and what they are given for it. It lies below {@code WhatsApp}: who
 * implements one of these never sees it, so that a guard can be tested, and read, alone.
 */
@NullMarked
package io.waxseal.guard;

import org.jspecify.annotations.NullMarked;
