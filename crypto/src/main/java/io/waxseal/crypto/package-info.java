/**
 * The vault: what is a person's is sealed under a key of that person's own, which an erasure destroys. A host composes
 * {@link io.waxseal.crypto.SealedVault} with a {@link io.waxseal.crypto.Kek} and hands it to core as its {@code Vault};
 * the stores of core and consent seal and open through it.
 *
 * <p><b>A lost KEK means lost data.</b> The KEK (key-encryption key) wraps the branch key of each tenant, which wraps the
 * key of each person, which seals the records. Nobody can open anything without the KEK: not the host, not the makers of
 * this library. There is no back door and no recovery. So, before the first real message:
 *
 * <ol>
 *   <li>Start once, so that {@code Kek.sealedFile(path, passphrase)} creates the key file.
 *   <li>Copy the key file to two places outside this machine and outside the database's backup, for example a sealed
 *       USB stick in a safe and the company's secret manager. It is 122 bytes and never changes.
 *   <li>Keep the passphrase apart from the file, with two people or in another safe. The file without the passphrase is
 *       as lost as the passphrase without the file.
 *   <li>Rehearse: on another machine, restore a database backup and the file from escrow, start, open one archived
 *       message. Repeat it each year and whenever the people change.
 *   <li>Write down where the copies are: destroying them, after years, is what makes old backups unreadable for good.
 * </ol>
 *
 * <p>With {@code Kek.of(aead, uri)} the same holds for the key in the KMS: forbid its deletion there, or delay it by
 * weeks.
 *
 * <p>All of Tink's keys are made and read here, with configuration objects of this library's own choice; the global
 * registry of Tink is never touched, so a host that uses Tink too is not affected.
 */
@NullMarked
package io.waxseal.crypto;

import org.jspecify.annotations.NullMarked;
