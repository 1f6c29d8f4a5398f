/** The host's HTTP client on its way from the builder to the transport; exported to nobody. */
@NullMarked
package io.waxseal.internal.http;

import org.jspecify.annotations.NullMarked;
