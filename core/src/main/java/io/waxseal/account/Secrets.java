package io.waxseal.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** The sources of secrets that Waxseal brings. */
public final class Secrets {
  private static final int MOST = 65_536;
  private static final int LINE_BREAK = 2;

  private Secrets() {}

  /**
   * A secret kept in a file, read at each use: replacing the file rotates the secret, whatever the file's date says.
   * One line break at the end does not belong to the secret; nothing else is taken away, since a passphrase may hold
   * white space. In a token or an app secret {@link #credential} refuses it. Sources of equal paths are equal.
   *
   * @param path the file, 1 to 65,536 bytes
   * @return the source; it throws {@link SecretUnavailableException} while the file is missing, empty or too long
   */
  public static SecretSource file(Path path) {
    Objects.requireNonNull(path, "path");
    return new SecretFile(path);
  }

  /**
   * A secret in an environment variable. It is read once, now, and stays the same until the process ends: it does not
   * rotate.
   *
   * @param name the variable
   * @return the source
   * @throws SecretUnavailableException at once, if the variable is not set or empty
   */
  public static SecretSource environment(String name) {
    String value = System.getenv(name);
    if (value == null || value.isEmpty()) {
      throw new SecretUnavailableException(
          "the environment variable " + name + " is not set; set it before the start");
    }
    return fixed(Secret.of(value));
  }

  /**
   * A secret the host already holds. It does not rotate.
   *
   * @param secret the secret
   * @return the source
   */
  public static SecretSource fixed(Secret secret) {
    Objects.requireNonNull(secret, "secret");
    return () -> secret;
  }

  /**
   * The secret of a source, whoever wrote it.
   *
   * @param source the source
   * @return its secret now
   * @throws SecretUnavailableException if the source throws anything; the message quotes the source's only if it throws
   *     this exception itself
   */
  public static Secret of(SecretSource source) {
    try {
      return source.secret();
    } catch (SecretUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new SecretUnavailableException(
          "the source of the secret failed with " + e.getClass().getName());
    }
  }

  /**
   * The access token, app secret or verify token of a source. It has nothing around it that was pasted along: no white
   * space or invisible character at either end, no byte order mark, no second line.
   *
   * @param name which it is, such as {@code the access token of account 111}; it begins the message
   * @param source the source
   * @return its secret now
   * @throws SecretUnavailableException if the source throws anything, as by {@link #of}, or if something was pasted
   *     along; the message says what, and never the content
   */
  public static Secret credential(String name, SecretSource source) {
    try {
      Secret secret = of(source);
      secret.blemish().ifPresent(blemish -> {
        throw new SecretUnavailableException("it " + blemish);
      });
      return secret;
    } catch (SecretUnavailableException e) {
      throw new SecretUnavailableException(name + " cannot be used: " + e.getMessage());
    }
  }

  /** Equal to another of the same path, so that accounts of one app ask one file once. */
  private record SecretFile(Path path) implements SecretSource {
    @Override
    public Secret secret() {
      return Secret.of(read(path));
    }
  }

  private static byte[] read(Path path) {
    byte[] bytes;
    try (var in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MOST + LINE_BREAK + 1);
    } catch (IOException e) {
      throw new SecretUnavailableException("the secret file " + path + " cannot be read ("
          + e.getClass().getSimpleName() + "); check that it exists, and its permissions");
    }
    int length = bytes.length;
    if (length > 0 && bytes[length - 1] == '\n') {
      length--;
    }
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    if (length == 0 || length > MOST) {
      throw new SecretUnavailableException(
          "the secret file " + path + " is empty or longer than " + MOST + " bytes");
    }
    return Arrays.copyOf(bytes, length);
  }
}
