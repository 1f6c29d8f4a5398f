/** What both corridors read and write alike on the wire. */
@NullMarked
package io.waxseal.internal.wire;

import org.jspecify.annotations.NullMarked;
