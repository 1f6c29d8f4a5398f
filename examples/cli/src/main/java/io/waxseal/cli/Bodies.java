package io.waxseal.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The webhook bodies that paths on the command line name; {@code -} is standard input. */
final class Bodies {
  /** As many bytes as Meta sends at most. */
  private static final int LONGEST = 3 * 1024 * 1024;

  private static final Path STANDARD_INPUT = Path.of("-");

  private final InputStream standardInput;

  private final boolean terminal;

  Bodies(InputStream standardInput) {
    this(standardInput, false);
  }

  Bodies(InputStream standardInput, boolean terminal) {
    this.standardInput = standardInput;
    this.terminal = terminal;
  }

  /** The standard input of this process. */
  static Bodies ofProcess() {
    return new Bodies(System.in, Progress.isTerminal(0) && Progress.isTerminal(1));
  }

  /** Standard input, line by line as somebody types. */
  InputStream standardInput() {
    return standardInput;
  }

  /** Whether somebody sits at a terminal, where standard input and output both are. */
  boolean terminal() {
    return terminal;
  }

  /**
   * The files behind paths: a folder stands for all its regular files that end in {@code .json}, in the order of their
   * names, with those of its subfolders. A link to a folder is not followed below the path itself, since it can lead in
   * circles.
   */
  List<Path> files(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (path.equals(STANDARD_INPUT)) {
        files.add(path);
      } else if (Files.isDirectory(path)) {
        int before = files.size();
        addFolder(path, files);
        if (files.size() == before) {
          throw new CliException("no file in " + path + " ends in .json");
        }
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new CliException(path + " does not exist");
      }
    }
    return files;
  }

  private static void addFolder(Path folder, List<Path> files) {
    for (Path path : children(folder)) {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        addFolder(path, files);
      } else if (path.toString().endsWith(".json") && Files.isRegularFile(path)) {
        files.add(path);
      }
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .sorted(Comparator.comparing(path -> String.valueOf(path.getFileName())))
          .toList();
    } catch (IOException e) {
      throw new CliException("the folder " + folder + " cannot be read");
    }
  }

  /** All bytes of one file; the exception's text does not name it. */
  byte[] read(Path file) {
    try {
      if (file.equals(STANDARD_INPUT)) {
        return limited(standardInput);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return limited(in);
      }
    } catch (NoSuchFileException e) {
      throw new CliException("the file does not exist");
    } catch (AccessDeniedException e) {
      throw new CliException("the file may not be read: permission denied");
    } catch (IOException e) {
      throw new CliException(
          Files.isDirectory(file) ? "this is a folder" : "the file cannot be read");
    }
  }

  /** The bytes of a file of any length, or of standard input; closing that is left to the process. */
  InputStream open(@Nullable Path file) throws IOException {
    if (file == null || file.equals(STANDARD_INPUT)) {
      return new FilterInputStream(standardInput) {
        @Override
        public void close() {}
      };
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new CliException(file + " is no file that can be read");
    }
    return Files.newInputStream(file);
  }

  private static byte[] limited(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new CliException("the file is longer than 3 MB, so it is no webhook body");
    }
    return bytes;
  }
}
