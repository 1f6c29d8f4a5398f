package io.waxseal.consent;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import javax.net.SocketFactory;

/** Sockets whose first byte can be held back: a host's sender that passed the fence and was slow to write. */
final class HeldSockets extends SocketFactory {
  private volatile CountDownLatch arrived = new CountDownLatch(0);
  private volatile CountDownLatch released = new CountDownLatch(0);

  void hold() {
    arrived = new CountDownLatch(1);
    released = new CountDownLatch(1);
  }

  void release() {
    released.countDown();
  }

  void awaitHeld() throws InterruptedException {
    arrived.await();
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public OutputStream getOutputStream() throws IOException {
        return held(super.getOutputStream());
      }
    };
  }

  private OutputStream held(OutputStream stream) {
    return new FilterOutputStream(stream) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        arrived.countDown();
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new InterruptedIOException("interrupted");
        }
        out.write(bytes, offset, length);
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("OkHttp connects by itself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("OkHttp connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("OkHttp connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("OkHttp connects by itself");
  }
}
