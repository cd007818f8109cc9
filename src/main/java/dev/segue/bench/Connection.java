package dev.segue.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
    if (question.body().isPresent()) {
      post(question.target(), question.body().get());
    } else {
      get(question.target());
    }
  }

  /**
   * Reads a reply to its end and gives the length of its body, in bytes.
   *
   * @throws IOException when it is not 200, and the connection is of no more use
   */
  long get(String target) throws IOException {
    return reply("GET " + target, "");
  }

  /** As {@link #get}, with JSON to tell. */
  long post(String target, String json) throws IOException {
    return reply("POST " + target, json);
  }

  private long reply(String request, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(
        "%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
            .formatted(request, bytes.length)
            .getBytes(StandardCharsets.US_ASCII));
    message.writeBytes(bytes);
    socket.getOutputStream().write(message.toByteArray());
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
      throw new IOException("%s was answered with '%s'".formatted(request, status));
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
