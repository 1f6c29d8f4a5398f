package io.waxseal.internal.http;

import io.waxseal.account.Account;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.RequestBody;

/**
 * One request to the Graph API, without the token. Immutable.
 *
 * @param account whose token it carries
 * @param method the HTTP method
 * @param path the path behind the version, such as {@code 106540352242922/messages}
 * @param query the query, without proof and token
 * @param body the body, for a POST
 * @param tag what interceptors at the wire look for
 */
public record GraphCall(
    Account account,
    String method,
    String path,
    Map<String, String> query,
    Optional<RequestBody> body,
    Optional<Object> tag) {
  /**
   * Copies the query.
   *
   * @param account whose token it carries
   * @param method the HTTP method
   * @param path the path behind the version
   * @param query the query
   * @param body the body
   * @param tag what interceptors at the wire look for
   */
  public GraphCall {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  /**
   * Reads.
   *
   * @param account whose token it carries
   * @param path the path behind the version
   * @return the call
   */
  public static GraphCall get(Account account, String path) {
    return new GraphCall(account, "GET", path, Map.of(), Optional.empty(), Optional.empty());
  }

  /**
   * Writes.
   *
   * @param account whose token it carries
   * @param path the path behind the version
   * @param body the body; one-shot, so that nothing repeats it
   * @return the call
   */
  public static GraphCall post(Account account, String path, RequestBody body) {
    return new GraphCall(account, "POST", path, Map.of(), Optional.of(body), Optional.empty());
  }

  /**
   * Deletes.
   *
   * @param account whose token it carries
   * @param path the path behind the version
   * @return the call
   */
  public static GraphCall delete(Account account, String path) {
    return new GraphCall(account, "DELETE", path, Map.of(), Optional.empty(), Optional.empty());
  }

  /**
   * The call with one more parameter.
   *
   * @param name its name
   * @param value its value
   * @return a copy
   */
  public GraphCall with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return new GraphCall(account, method, path, more, body, tag);
  }

  /**
   * The call with something that interceptors at the wire look for.
   *
   * @param something what they look for
   * @return a copy
   */
  public GraphCall tagged(Object something) {
    return new GraphCall(account, method, path, query, body, Optional.of(something));
  }

  @Override
  public String toString() {
    return "GraphCall[" + method + "]";
  }
}
