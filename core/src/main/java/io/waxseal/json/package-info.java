/**
 * JSON documents as immutable trees: what filters walk and what {@code raw()} of a received event returns. Read from
 * bytes once, strictly; written back without loss. No reflection, and no type of the parser underneath is visible.
 */
@NullMarked
package io.waxseal.json;

import org.jspecify.annotations.NullMarked;
