package io.waxseal.simulator;

import io.waxseal.simulator.WireAnswer.Ending;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A small HTTP/1.1 server on loopback. A server made for use hides what a simulator must see and do: the moment of a
 * request's first byte, a connection reset before the body was read, an answer that ends in the middle.
 */
final class HttpListener implements AutoCloseable {
  /** Decides what becomes of a request. */
  interface Handler {
    WireAnswer handle(WireRequest request) throws IOException, InterruptedException;
  }

  private final Handler handler;
  private final Executor executor;
  private final ServerSocket server = new ServerSocket();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  HttpListener(int port, Handler handler, Executor executor) throws IOException {
    this.handler = handler;
    this.executor = executor;
    try {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    executor.execute(this::accept);
  }

  /** Threads that end with the process. */
  static ExecutorService threads() {
    return Executors.newCachedThreadPool(task -> {
      Thread thread = new Thread(task, "waxseal-simulator");
      thread.setDaemon(true);
      return thread;
    });
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!closed) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        if (closed) {
          end(socket);
        } else {
          executor.execute(() -> serve(socket));
        }
      } catch (IOException | RejectedExecutionException e) {
        // closed, or the client was gone before it was met
      }
    }
  }

  private void serve(Socket socket) {
    boolean keep = false;
    try {
      socket.setTcpNoDelay(true);
      keep = answerAll(socket);
    } catch (IOException e) {
      // the client is gone, or does not speak HTTP/1
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!keep) {
        end(socket);
      }
    }
  }

  /** True when the connection is to stay open without anybody serving it. */
  private boolean answerAll(Socket socket) throws IOException, InterruptedException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    while (true) {
      int first = in.read();
      if (first < 0) {
        return false;
      }
      WireRequest request = new WireRequest(first, System.nanoTime(), in, out);
      WireAnswer answer = handler.handle(request);
      switch (answer.ending()) {
        case HELD -> {
          return true;
        }
        case DROPPED -> {
          socket.setSoLinger(true, 0);
          return false;
        }
        default -> out.write(answer.toBytes(!request.method().equals("HEAD")));
      }
      if (answer.ending() == Ending.CUT_OFF || request.lastOfItsConnection()) {
        return false;
      }
    }
  }

  private void end(Socket socket) {
    open.remove(socket);
    quietly(socket);
  }

  private static void quietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // closed is what it should be
    }
  }

  @Override
  public void close() {
    closed = true;
    quietly(server);
    List.copyOf(open).forEach(this::end);
  }
}
