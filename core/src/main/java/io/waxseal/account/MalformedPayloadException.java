package io.waxseal.account;

/**
 * A document does not have the shape it must have. The message names the rule and where it broke; it holds nothing of
 * the document but names that Waxseal itself asked for.
 */
public final class MalformedPayloadException extends WaxsealException {
  private static final long serialVersionUID = 1L;

  private final String where;

  /**
   * A broken rule of a document.
   *
   * @param where the place: a JSON path of names Waxseal asked for, or a byte offset
   * @param rule the rule that broke
   */
  public MalformedPayloadException(String where, String rule) {
    super(rule + " (at " + where + ")", null);
    this.where = where;
  }

  /** {@return the place: a JSON path of names Waxseal asked for, or a byte offset} */
  public String where() {
    return where;
  }
}
