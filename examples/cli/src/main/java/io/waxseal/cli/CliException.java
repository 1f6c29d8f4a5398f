package io.waxseal.cli;

/** Something the user can put right; the message is the one line that says so. */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CliException(String line) {
    super(line);
  }
}
