package io.waxseal.crypto;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Creates a file that is either there with all its bytes on the disk, or not there at all, and never overwrites one:
 * written under another name with mode 0600, synced, then linked to its name, which fails if the name is taken.
 */
final class ExclusiveFile {
  private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
      PosixFilePermission.GROUP_READ,
      PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.OTHERS_READ,
      PosixFilePermission.OTHERS_WRITE);

  private ExclusiveFile() {}

  /** Whether this call created the file; false if it exists already. */
  static boolean write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a file has a folder");
    }
    Path draft = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".new");
    try {
      writeDraft(draft, content);
      if (isOpenToOthers(draft)) {
        throw new AccessDeniedException(file.toString(), null, "others have rights on new files");
      }
      boolean created = publish(draft, file);
      if (created) {
        syncFolder(folder);
      }
      return created;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Whether others than the owner can read or write it; where the file system knows no owners nobody can tell. */
  static boolean isOpenToOthers(Path file) {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return false;
    }
    try {
      return view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains);
    } catch (IOException e) {
      return false;
    }
  }

  private static void writeDraft(Path draft, byte[] content) throws IOException {
    boolean posix = draft.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly = posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
    try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private static boolean publish(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (FileSystemException | UnsupportedOperationException e) {
      return move(draft, file);
    }
  }

  /** For file systems without hard links. */
  private static boolean move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Some platforms do not open a folder; there the file's own sync is all there is. */
  @SuppressWarnings("EmptyCatch")
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows refuses to open a folder
    }
  }
}
