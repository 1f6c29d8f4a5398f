package io.waxseal.leakwatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Records each exception that is made in this process, and afterwards hears those that our main classes made. */
final class Exceptions {
  private static final String OURS = "io.waxseal.";

  private final Recording recording = new Recording();
  private final Map<String, Boolean> main = new HashMap<>();

  void start() {
    recording.enable("jdk.JavaExceptionThrow").withStackTrace().with("throttle", "off");
    recording.start();
  }

  /** Stops recording; the texts of exceptions are heard now. */
  void hear(Heard heard) {
    try {
      Path file = Files.createTempFile("leakwatch", ".jfr");
      recording.stop();
      recording.dump(file);
      recording.close();
      read(file, heard);
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Path file, Heard heard) throws IOException {
    Set<String> known = new HashSet<>();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        String message = event.getString("message");
        RecordedStackTrace stack = event.getStackTrace();
        if (message != null && stack != null && madeByUs(stack)) {
          String type = event.getClass("thrownClass").getName();
          if (known.add(type + message)) {
            heard.hear(type, true, message);
          }
        }
      }
    }
  }

  /** Below the constructors of the exception stands who made it; a check of an argument is made for who asks. */
  private boolean madeByUs(RecordedStackTrace stack) {
    for (RecordedFrame frame : stack.getFrames()) {
      String type = frame.getMethod().getType().getName();
      if (!frame.getMethod().getName().equals("<init>") && !type.equals("java.util.Objects")) {
        return type.startsWith(OURS) && main.computeIfAbsent(type, Exceptions::isMain);
      }
    }
    return false;
  }

  private static boolean isMain(String type) {
    try {
      CodeSource source = Class.forName(type, false, Exceptions.class.getClassLoader())
          .getProtectionDomain()
          .getCodeSource();
      String place = source == null ? "" : source.getLocation().getPath();
      return !place.contains("test-classes") && !place.endsWith("-tests.jar");
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
