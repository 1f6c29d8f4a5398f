package io.waxseal.graph.media;

import io.waxseal.account.StoreException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files on this machine: made for their owner only, written to the disk, moved in one step, deleted. */
final class Disk {
  private static final FileAttribute<?>[] OWNER_ONLY =
      java.nio.file.FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
          }
          : new FileAttribute<?>[0];

  private Disk() {}

  /** What writes a file; failures of the disk are not those of the connection. */
  interface Writing<T> {
    T to(OutputStream out) throws IOException;
  }

  /** Writes a new file to its last byte on the disk. */
  static <T> T write(Path file, Writing<T> writing) {
    try (FileChannel channel = FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
      T result = writing.to(new OnDisk(channel));
      channel.force(true);
      return result;
    } catch (IOException e) {
      throw refused(e);
    }
  }

  static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  static void folder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /** Its message may hold a name that a sender gave. */
  static StoreException refused(IOException e) {
    return new StoreException(
        "the folder for files refuses (" + e.getClass().getSimpleName()
            + "); check that it exists, its permissions and its space",
        true,
        null);
  }

  /** Not closed by who writes, since it is written to the disk before. */
  private static final class OnDisk extends FilterOutputStream {
    OnDisk(FileChannel channel) {
      super(Channels.newOutputStream(channel));
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw refused(e);
      }
    }

    @Override
    public void close() {
      // the channel is closed by who opened it
    }
  }
}
