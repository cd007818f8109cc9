package dev.segue.query;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A question that cannot be answered as it was asked; the message is for the person who asked. */
public final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong. Every face of the program maps each code once, to a status or an exit code. */
  public enum Code {
    INVALID_PARAMETER,
    UNKNOWN_PARAMETER,
    UNKNOWN_SPACE,
    NOT_IN_CATALOGUE,
    TRACK_NOT_FOUND,
    NOTHING_FOUND,
    NO_VECTOR,
    CURSOR_EXPIRED
  }

  private final Code code;
  private final String parameter;

  /**
   * A question that went wrong.
   *
   * @param parameter what is to be asked differently, as the API names it
   * @param message names the value and the limit
   */
  public RequestException(Code code, String parameter, String message) {
    super(message);
    this.code = code;
    this.parameter = parameter;
  }

  /** A parameter whose value is not allowed. */
  public static RequestException invalid(String parameter, String message) {
    return new RequestException(Code.INVALID_PARAMETER, parameter, message);
  }

  /** Something that is asked for by its name, which nothing in the catalogue has. */
  public static RequestException notInCatalogue(String parameter, String message) {
    return new RequestException(Code.NOT_IN_CATALOGUE, parameter, message);
  }

  /**
   * Several mistakes as one: of something that is not in the catalogue, where that is all.
   *
   * @param messages one for each, which say where it was made
   */
  public static RequestException joined(
      String parameter, Collection<RequestException> mistakes, Collection<String> messages) {
    Set<Code> missing = EnumSet.of(Code.NOT_IN_CATALOGUE, Code.NOTHING_FOUND);
    boolean isAll = mistakes.stream().allMatch(mistake -> missing.contains(mistake.code));
    return new RequestException(
        isAll ? Code.NOT_IN_CATALOGUE : Code.INVALID_PARAMETER,
        parameter,
        String.join(" ", messages));
  }

  /** What is wrong. */
  public Code code() {
    return code;
  }

  /** What is to be asked differently, where it is one thing. */
  public Optional<String> parameter() {
    return Optional.ofNullable(parameter);
  }

  /**
   * Gives a count back when it lies within bounds.
   *
   * @throws RequestException naming the parameter, the value and the bounds
   */
  public static int checkCount(String parameter, int value, int min, int max) {
    if (value < min || value > max) {
      throw invalid(
          parameter, "%s is %d, allowed is %d to %d.".formatted(parameter, value, min, max));
    }
    return value;
  }
}
