package io.waxseal.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accepts every message and notes by {@link System#nanoTime} when the first byte of its request arrived. Every other
 * answer closes its connection, so that half of the requests find one open and half have to connect.
 */
final class FirstByteServer implements AutoCloseable {
  private static final Pattern TO = Pattern.compile("\"to\":\"(\\d+)\"");
  private static final String BODY =
      "{\"messaging_product\":\"whatsapp\",\"contacts\":[],\"messages\":[{\"id\":\"wamid.AAAA\"}]}";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "first-byte");
    thread.setDaemon(true);
    return thread;
  });
  private final Map<String, Long> firstBytes = new ConcurrentHashMap<>();

  FirstByteServer() throws IOException {
    threads.execute(this::listen);
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getLocalPort());
  }

  /** When the message to a number began to arrive, if it did. */
  Optional<Long> firstByte(String number) {
    return Optional.ofNullable(firstBytes.get(number));
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket accepted) {
    try (Socket socket = accepted) {
      InputStream in = socket.getInputStream();
      boolean open = true;
      while (open && in.read() >= 0) {
        long first = System.nanoTime();
        Matcher to = TO.matcher(readBody(in));
        open = to.find()
            && firstBytes.put(to.group(1), first) == null
            && to.group(1).charAt(10) % 2 == 0;
        String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + (open ? "" : "Connection: close\r\n") + "Content-Length: " + BODY.length()
            + "\r\n\r\n" + BODY;
        socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
      }
    } catch (IOException e) {
      // the client closed a connection that it no longer needs
    }
  }

  private static String readBody(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int next = in.read();
    while (next >= 0) {
      head.append((char) next);
      if (next == '\n' && head.indexOf("\r\n\r\n") >= 0) {
        break;
      }
      next = in.read();
    }
    String lower = head.toString().toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:") + "content-length:".length();
    int length = Integer.parseInt(lower.substring(at, lower.indexOf('\r', at)).strip());
    return new String(in.readNBytes(length), UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
