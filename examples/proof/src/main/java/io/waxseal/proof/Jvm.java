package io.waxseal.proof;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts processes with this one's class path, made for short lives: one compiler, and an archive of loaded classes once
 * there is one, which the JVM makes of jars only. One lives at a time.
 */
final class Jvm {
  private final Path folder;
  private final String classPath;
  private @Nullable Path archive;

  Jvm(Path folder) throws IOException {
    this.folder = folder;
    classPath = jars(folder);
  }

  private static String jars(Path folder) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (!entry.isEmpty() && Files.isDirectory(path)) {
        path = jar(path, folder.resolve("classes-" + jars.size() + ".jar"));
      }
      if (!entry.isEmpty() && Files.exists(path)) {
        jars.add(path.toString());
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  /** Lets a process run to its end once, and keeps the classes it loaded for those to come. */
  void learn(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
    Path made = folder.resolve(main.getSimpleName() + ".jsa");
    Process process = start(main, List.of("-XX:ArchiveClassesAtExit=" + made), arguments);
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "a process that nobody kills ends with " + process.exitValue() + "; see " + errors());
    }
    archive = Files.exists(made) ? made : null;
  }

  Process start(Class<?> main, List<String> arguments) {
    return start(
        main, archive == null ? List.of() : List.of("-XX:SharedArchiveFile=" + archive), arguments);
  }

  /** A driver unpacks a library for each process, and who is killed tidies nothing up. */
  private Path emptyTemporary() {
    Path temporary = folder.resolve("tmp");
    try {
      Folders.delete(temporary);
      return Files.createDirectories(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(Class<?> main, Collection<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Xmx256m",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.io.tmpdir=" + emptyTemporary(),
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"));
    command.addAll(options);
    command.addAll(List.of("-classpath", classPath, main.getName()));
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.appendTo(errors().toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path errors() {
    return folder.resolve("stderr.txt");
  }
}
