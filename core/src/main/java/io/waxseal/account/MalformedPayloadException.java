package io.waxseal.account;

/**
 * A document does not have the shape it must have. The message names the rule and where it broke; it holds nothing of
 * the document but names that Waxseal itself asked for.
 */
public final class MalformedPayloadException extends WaxsealException {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final boolean json;

  /**
   * A broken rule of a document.
   *
   * @param where the place: a JSON path of names Waxseal asked for, or a byte offset
   * @param rule the rule that broke
   */
  public MalformedPayloadException(String where, String rule) {
    this(where, rule, false);
  }

  private MalformedPayloadException(String where, String rule, boolean json) {
    super(rule + " (at " + where + ")", null);
    this.where = where;
    this.json = json;
  }

  /**
   * A document that is JSON as far as it was read, and breaks a rule that JSON itself does not have.
   *
   * @param where the place: a byte offset
   * @param rule the rule that broke
   * @return the exception
   */
  public static MalformedPayloadException ofJson(String where, String rule) {
    return new MalformedPayloadException(where, rule, true);
  }

  /** {@return whether the document is JSON as far as it was read: it nests too deep, or a name stands twice in an object} */
  public boolean isJson() {
    return json;
  }

  /** {@return the place: a JSON path of names Waxseal asked for, or a byte offset} */
  public String where() {
    return where;
  }
}
