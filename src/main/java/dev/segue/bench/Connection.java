package dev.segue.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Asks a server on this machine over one kept connection (HTTP/1.1, RFC 9112), and reads every
 * reply to its end. A real client would cost as much again as the server, and be measured with it;
 * this one knows only what our server sends.
 */
final class Connection implements Way.Asker {
  /** Where the server is to listen. */
  static final InetAddress ADDRESS = InetAddress.getLoopbackAddress();

  private static final String OK = "HTTP/1.1 200 ";
  private static final int BUFFER_BYTES = 1 << 14;

  private final Socket socket;
  private final InputStream in;

  Connection(int port) throws IOException {
    socket = new Socket(ADDRESS, port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
  }

  @Override
  public void ask(Question question) throws IOException {
    get(question.target());
  }

  /**
   * Reads a reply to its end and gives the length of its body, in bytes.
   *
   * @throws IOException when it is not 200, and the connection is of no more use
   */
  long get(String target) throws IOException {
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .formatted(target)
                .getBytes(StandardCharsets.US_ASCII));
    String status = line();
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.endsWith("chunked");
      }
    }
    if (!status.startsWith(OK)) {
      throw new IOException("GET %s was answered with '%s'".formatted(target, status));
    }
    if (chunked) {
      return skipChunks();
    }
    in.skipNBytes(length);
    return length;
  }

  private long skipChunks() throws IOException {
    long length = 0;
    long size;
    do {
      size = Long.parseLong(line(), 16);
      in.skipNBytes(size);
      line();
      length += size;
    } while (size > 0);
    return length;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
