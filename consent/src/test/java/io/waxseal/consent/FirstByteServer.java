package io.waxseal.consent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Accepts every message and notes when its first byte arrived, by {@link System#nanoTime}. */
final class FirstByteServer implements AutoCloseable {
  private static final String BODY =
      "{\"messaging_product\":\"whatsapp\",\"contacts\":[],\"messages\":[{\"id\":\"wamid.AAAA\"}]}";
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
      + "Connection: close\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Long> firstBytes = new ConcurrentLinkedQueue<>();

  FirstByteServer() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getLocalPort());
  }

  int requests() {
    return firstBytes.size();
  }

  /** How many messages began to arrive after a moment. */
  long after(long nanoTime) {
    return List.copyOf(firstBytes).stream().filter(at -> at - nanoTime > 0).count();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> answer(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      int first = in.read();
      if (first >= 0) {
        firstBytes.add(System.nanoTime());
        readRequest(in);
        socket.getOutputStream().write(ANSWER.getBytes(ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    String lower = head.toString().toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:") + "content-length:".length();
    in.readNBytes(Integer.parseInt(lower.substring(at, lower.indexOf('\r', at)).strip()));
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
