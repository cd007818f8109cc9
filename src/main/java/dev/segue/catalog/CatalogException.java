package dev.segue.catalog;

import java.io.IOException;

/**
 * A catalogue cannot be used. The message is for people: what is wrong, where, and what to do about
 * it.
 */
public final class CatalogException extends IOException {
  private static final long serialVersionUID = 1;

  CatalogException(String message) {
    super(message);
  }

  CatalogException(String message, Throwable cause) {
    super(message, cause);
  }
}
