package io.waxseal.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Gives one file of 10 MiB under any media id, as Meta does: a node, then the file. One thread a connection. */
final class MediaServer implements AutoCloseable {
  static final int SIZE = 10 << 20;

  private final ServerSocket server;
  private final byte[] file = new byte[SIZE];
  private final byte[] node;

  MediaServer() throws IOException {
    server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    byte[] start = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    System.arraycopy(start, 0, file, 0, start.length);
    node = ("{\"url\":\"" + uri() + "/file\",\"mime_type\":\"image/jpeg\",\"file_size\":" + SIZE
            + ",\"sha256\":\"" + HexFormat.of().formatHex(sha256().digest(file)) + "\"}")
        .getBytes(ISO_8859_1);
    daemon(this::accept);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "media server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket accepted) {
    try (Socket socket = accepted) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      // else the second write of an answer waits for the client to acknowledge the first
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        byte[] body = line.startsWith("GET /file") ? file : node;
        while (!line.isEmpty()) {
          line = in.readLine();
        }
        out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(ISO_8859_1));
        out.write(body);
      }
    } catch (IOException e) {
      // the client went away
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
