/**
 * What Meta prescribes and the audit tree needs of the JDK's cryptography: HMAC-SHA256, SHA-256, comparison in constant
 * time. Besides it only the signing of audit checkpoints uses the JCA.
 */
@NullMarked
package io.waxseal.internal.crypto;

import org.jspecify.annotations.NullMarked;
