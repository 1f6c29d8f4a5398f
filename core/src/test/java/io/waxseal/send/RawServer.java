package io.waxseal.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on loopback that counts connections, requests and bytes, and answers as each test tells it. */
final class RawServer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 3_000;
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private final Script script;
  private final Future<?> accepting;
  private volatile int lastCall = -1;

  /** What the server does with one connection. */
  interface Script {
    void run(Exchange exchange) throws IOException;
  }

  RawServer(Script script) throws IOException {
    this.script = script;
    accepting = threads.submit(this::accept);
  }

  /** Reads a request at a time and gives the same answer to each, keeping the connection. */
  static Script answering(String status, String headers, String body) {
    return exchange -> {
      while (exchange.readRequest()) {
        exchange.answer(status, headers, body);
      }
    };
  }

  static Script accepting() {
    return answering(
        "200 OK",
        "",
        "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"x\",\"wa_id\":\"x\"}],"
            + "\"messages\":[{\"id\":\"wamid.PLANTED\"}]}");
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = server.accept();
        if (socket.getPort() == lastCall) {
          socket.close();
          return;
        }
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket accepted) {
    try (Socket socket = accepted) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      script.run(new Exchange(socket));
    } catch (IOException e) {
      // the client went away, which some tests want
    }
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getLocalPort());
  }

  int connections() {
    return connections.get();
  }

  int requests() {
    return heads.size();
  }

  long bytes() {
    return bytes.get();
  }

  String head() {
    return heads.get(0);
  }

  String body() {
    return new String(bodies.get(0), UTF_8);
  }

  /** Stops after all who called before, and waits until every byte that arrived was counted. */
  @Override
  public void close() throws IOException {
    if (server.isClosed()) {
      return;
    }
    try (Socket last = new Socket()) {
      last.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      lastCall = last.getLocalPort();
      last.connect(server.getLocalSocketAddress(), PATIENCE_MILLIS);
      accepting.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      server.close();
      threads.shutdown();
      if (!threads.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("a connection is still open");
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One connection. */
  final class Exchange {
    private final Socket socket;
    private final InputStream in;

    Exchange(Socket socket) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
    }

    private int read() throws IOException {
      int read = in.read();
      if (read >= 0) {
        bytes.incrementAndGet();
      }
      return read;
    }

    /** Reads the head of a request; false at the end of the connection. */
    boolean readHead() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      int last = 0;
      for (int c = read(); c >= 0; c = read()) {
        head.write(c);
        last = last << 8 | c;
        if (last == 0x0d0a0d0a) {
          heads.add(head.toString(ISO_8859_1));
          return true;
        }
      }
      return false;
    }

    boolean readRequest() throws IOException {
      if (!readHead()) {
        return false;
      }
      Matcher length = LENGTH.matcher(heads.get(heads.size() - 1));
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int left = length.find() ? Integer.parseInt(length.group(1)) : 0; left > 0; left--) {
        body.write(read());
      }
      bodies.add(body.toByteArray());
      return true;
    }

    void drain() throws IOException {
      while (read() >= 0) {
        continue;
      }
    }

    void answer(String status, String headers, String body) throws IOException {
      write("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: "
          + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
    }

    void write(String text) throws IOException {
      write(text.getBytes(UTF_8));
    }

    void write(byte[] content) throws IOException {
      socket.getOutputStream().write(content);
      socket.getOutputStream().flush();
    }

    /** Ends the connection with a reset instead of a goodbye. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
