/**
 * What Meta prescribes and what audit checkpoints need from the JDK's cryptography: HMAC-SHA256, SHA-256, hexadecimal,
 * constant-time comparison. The only package of core that uses the JCA for secrets.
 */
@NullMarked
package io.waxseal.internal.crypto;

import org.jspecify.annotations.NullMarked;
