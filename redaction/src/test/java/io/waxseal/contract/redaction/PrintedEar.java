package io.waxseal.contract.redaction;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/** Hears what is printed, line by line for each thread, and prints it as before. */
final class PrintedEar implements Ears.Ear {
  private static final int LONGEST = 1 << 20;

  private final String name;
  private final Ears.Printed now;
  private final Consumer<PrintStream> set;
  private final Hearing hearing;
  private final ThreadLocal<ByteArrayOutputStream> line =
      ThreadLocal.withInitial(ByteArrayOutputStream::new);
  private PrintStream before;
  private PrintStream tee;

  PrintedEar(String name, Ears.Printed now, Consumer<PrintStream> set, Hearing hearing) {
    this.name = name;
    this.now = now;
    this.set = set;
    this.hearing = hearing;
  }

  @Override
  public void attach() {
    if (tee == null) {
      before = now.stream();
      tee = new PrintStream(new Tee(before), true, Charset.defaultCharset());
      set.accept(tee);
    }
  }

  /** Whoever set another stream meanwhile keeps it. */
  @Override
  public void detach() {
    if (now.stream() == tee) {
      set.accept(before);
    }
    tee = null;
  }

  void endOfLine() {
    ByteArrayOutputStream said = line.get();
    if (said.size() > 0) {
      String text = said.toString(Charset.defaultCharset());
      said.reset();
      hearing.hear(name, text);
    }
  }

  private final class Tee extends OutputStream {
    private final PrintStream to;

    private Tee(PrintStream to) {
      this.to = to;
    }

    @Override
    public void write(int b) {
      to.write(b);
      if (b != '\n') {
        line.get().write(b);
      }
      if (b == '\n' || line.get().size() >= LONGEST) {
        endOfLine();
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      to.write(bytes, from, length);
      int start = from;
      for (int i = from; i < from + length; i++) {
        if (bytes[i] == '\n') {
          line.get().write(bytes, start, i - start);
          endOfLine();
          start = i + 1;
        }
      }
      line.get().write(bytes, start, from + length - start);
      if (line.get().size() >= LONGEST) {
        endOfLine();
      }
    }

    @Override
    public void flush() {
      to.flush();
    }
  }
}
