/**
 * The trail that proves what happened: an RFC 6962 Merkle tree over entries that hold pseudonyms and hashes of
 * ciphertexts, so that destroying a person's key leaves every proof valid. Entries are staged in the transaction of what
 * they tell of, sequenced afterwards, and signed as C2SP checkpoints. All of Waxseal records here; {@link
 * io.waxseal.audit.AuditVerifier} reads a trail without trusting the program that wrote it.
 */
@NullMarked
package io.waxseal.audit;

import org.jspecify.annotations.NullMarked;
