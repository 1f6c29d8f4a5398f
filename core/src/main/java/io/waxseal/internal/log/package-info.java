/** What logs may say of an exception. */
@NullMarked
package io.waxseal.internal.log;

import org.jspecify.annotations.NullMarked;
