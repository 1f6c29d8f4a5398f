/** What the packages of this module share and nobody else sees. */
@NullMarked
package io.waxseal.consent.internal;

import org.jspecify.annotations.NullMarked;
