package io.waxseal.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * A connection that never leaves the thread: what is written is answered by a {@link CannedGraph} when it is complete.
 * It stands below OkHttp, so that all of OkHttp and of Waxseal is measured, and no kernel.
 */
final class PipeSocket extends Socket {
  private final CannedGraph graph = new CannedGraph();
  private byte[] answer = new byte[0];
  private int read;
  private volatile boolean closed;

  @Override
  public void connect(SocketAddress endpoint, int timeout) {}

  @Override
  public void setSoTimeout(int timeout) {}

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        Optional<byte[]> complete = graph.take(bytes, offset, length);
        if (complete.isPresent()) {
          answer = complete.get();
          read = 0;
        }
      }
    };
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (read == answer.length) {
          throw new SocketTimeoutException("nothing was asked");
        }
        int count = Math.min(length, answer.length - read);
        System.arraycopy(answer, read, bytes, offset, count);
        read += count;
        return count;
      }
    };
  }

  /** Gives OkHttp such connections. */
  static final class Factory extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new PipeSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
