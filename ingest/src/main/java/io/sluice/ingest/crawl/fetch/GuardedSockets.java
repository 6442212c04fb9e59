package io.sluice.ingest.crawl.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Makes sockets that ask the policy again at the moment of connecting: whatever name was resolved,
 * by whom, and when, no connection is made to an address that is not allowed. Addresses written as
 * numbers, which no resolver sees, are caught here.
 */
final class GuardedSockets extends SocketFactory {
  private final AddressPolicy policy;

  GuardedSockets(AddressPolicy policy) {
    this.policy = policy;
  }

  @Override
  public Socket createSocket() {
    return new Guarded(policy);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address);
    return socket;
  }

  private static final class Guarded extends Socket {
    private final AddressPolicy policy;

    Guarded(AddressPolicy policy) {
      this.policy = policy;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress address) || address.isUnresolved()) {
        throw new IOException("no network address: " + endpoint);
      }
      if (!policy.allows(address.getAddress())) {
        throw new RefusedAddressException(address.getHostString(), address.getAddress());
      }
      super.connect(endpoint, timeout);
    }
  }
}
