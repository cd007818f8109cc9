package dev.segue.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches a URL into a file. A transfer that breaks off goes on where it stopped if the server says
 * that the document is still the same (RFC 9110, Range and If-Range), and from the start otherwise.
 */
final class Download {
  private static final int ATTEMPTS = 5;

  /** How long a server may be silent before the transfer counts as broken. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes \\d+-\\d+/(\\d{1,18})");

  private final String url;
  private final Path target;
  private final Progress progress;
  private final Duration patience;
  private long received;

  /** What tells this version of the document from others, if the server says so. */
  private Optional<String> validator = Optional.empty();

  /**
   * Prepares to fetch.
   *
   * @param target an existing file; it is overwritten
   * @param patience how long the server may be silent, usually {@link #PATIENCE}
   */
  Download(String url, Path target, Progress progress, Duration patience) {
    this.url = url;
    this.target = target;
    this.progress = progress;
    this.patience = patience;
  }

  /**
   * Fetches the whole document.
   *
   * @throws CatalogException when the server refuses, or after {@value #ATTEMPTS} broken transfers
   */
  void run() throws IOException {
    URI uri = uri();
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .proxy(ProxySelector.getDefault())
            .build()) {
      try {
        run(client, uri);
      } finally {
        client.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while downloading " + url);
    }
  }

  private void run(HttpClient client, URI uri) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        fetch(client.send(request(uri), HttpResponse.BodyHandlers.ofInputStream()));
        return;
      } catch (CatalogException e) {
        throw e;
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new CatalogException(
              "%s could not be downloaded, %d attempts failed; %d bytes came. Last fault: %s"
                  .formatted(url, ATTEMPTS, received, e),
              e);
        }
        Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
      }
    }
  }

  private URI uri() throws CatalogException {
    try {
      return HttpRequest.newBuilder(URI.create(url)).build().uri();
    } catch (IllegalArgumentException e) {
      throw new CatalogException("%s is no URL: %s".formatted(url, e.getMessage()), e);
    }
  }

  private HttpRequest request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience);
    if (received > 0 && validator.isPresent()) {
      request.header("Range", "bytes=%d-".formatted(received));
      request.header("If-Range", validator.get());
    }
    return request.build();
  }

  private void fetch(HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case OK -> received = 0;
        case PARTIAL_CONTENT -> requireContinuation(response);
        case RANGE_NOT_SATISFIABLE -> {
          validator = Optional.empty();
          throw new IOException("the server cannot continue at byte " + received);
        }
        default ->
            throw new CatalogException(
                "%s could not be downloaded: the server answered status %d."
                    .formatted(url, response.statusCode()));
      }
      validator = validator(response);
      long total = total(response);
      progress.begin("Downloading " + url, total, "bytes");
      progress.advance(received);
      try {
        append(body);
      } finally {
        progress.end();
      }
      if (received < total) {
        throw new IOException("the transfer ended %d bytes early".formatted(total - received));
      }
    }
  }

  private void requireContinuation(HttpResponse<?> response) throws IOException {
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (!range.startsWith("bytes %d-".formatted(received))) {
      validator = Optional.empty();
      throw new IOException(
          "asked to continue at byte %d, the server sent '%s'".formatted(received, range));
    }
  }

  /** A strong ETag, or else the date of the last change. */
  private static Optional<String> validator(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> response.headers().firstValue("Last-Modified"));
  }

  /** The size of the whole document, or -1 when the server does not say it. */
  private static long total(HttpResponse<?> response) {
    Matcher range =
        CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    return response.statusCode() == PARTIAL_CONTENT
        ? range.matches() ? Long.parseLong(range.group(1)) : -1
        : response.headers().firstValueAsLong("Content-Length").orElse(-1);
  }

  private void append(InputStream body) throws IOException {
    StandardOpenOption how =
        received == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
    try (OutputStream file = Files.newOutputStream(target, StandardOpenOption.WRITE, how);
        StallGuard guard = new StallGuard(body, patience)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      int count = body.read(buffer);
      while (count >= 0) {
        guard.signOfLife();
        file.write(buffer, 0, count);
        received += count;
        progress.advance(count);
        count = body.read(buffer);
      }
      guard.signOfLife();
    }
  }
}
