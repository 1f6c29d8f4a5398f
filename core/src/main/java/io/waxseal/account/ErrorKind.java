package io.waxseal.account;

/** What kind of thing went wrong at Meta. Each has the sentence for the human at the desk. */
public enum ErrorKind {
  /** The token is missing, expired, revoked, or of another app than the app secret. */
  AUTHENTICATION("Messages cannot be sent now. Tell the administrators."),
  /** The token or the app may not do this. */
  PERMISSION("This is not allowed to this account. Tell the administrators."),
  /** Too many calls or messages of this number or account. */
  RATE("Too many messages at once. Wait a while."),
  /** Too many messages to one recipient. */
  PAIR_RATE("Too many messages to this customer at once. Wait a minute."),
  /** Meta failed, for a while. */
  SERVER("WhatsApp has trouble. Try again in a moment."),
  /** The request is not one that Meta takes. */
  INVALID("WhatsApp did not accept the message. Tell the administrators."),
  /** What the request names is not there. */
  NOT_FOUND("WhatsApp does not know what the message is about. Tell the administrators."),
  /** The number or the account is not set up for it. */
  SETUP("This number is not ready for this message. Tell the administrators."),
  /** A policy of WhatsApp forbids it. */
  POLICY("WhatsApp does not allow this message. Tell the administrators."),
  /** Too many people blocked or reported the number. */
  QUALITY("Too many people blocked or reported our messages. Send nothing for a day."),
  /** The customer gets enough marketing for now. */
  MARKETING_LIMIT("This customer gets enough offers for now. Try again in some days."),
  /** The customer stopped marketing. */
  OPTED_OUT("The customer has stopped marketing messages in WhatsApp. Do not send them again."),
  /** The customer wrote too long ago. */
  WINDOW_CLOSED("The customer wrote more than 24 hours ago. Use an approved template."),
  /** The customer cannot be reached. */
  UNDELIVERABLE("The message cannot be delivered to this customer. Use another channel."),
  /** The business has blocked the customer. */
  BLOCKED("We have blocked this customer."),
  /** The message needs another way to address the customer. */
  IDENTITY("This message needs the customer's phone number. Ask for it."),
  /** The customer's identity key changed: another device, or another human. */
  IDENTITY_CHANGED(
      "The customer's WhatsApp was set up anew. Make sure who it is before anything confidential."),
  /** The template, or its values. */
  TEMPLATE("The template could not be used. Choose another, or tell the administrators."),
  /** A file. */
  MEDIA("The file could not be sent or fetched. Try again, or use another file."),
  /** The number's registration. */
  REGISTRATION("This number cannot send now. Tell the administrators."),
  /** Payment. */
  BILLING("The account cannot be charged, so nothing is sent. Tell the administrators."),
  /** Nothing may be stored, and delivery came too late. */
  STORAGE("The message could not be delivered in time."),
  /** A group. */
  GROUPS("The message to the group was not accepted. Look at the group."),
  /** A call. */
  CALLING("The call was not possible."),
  /** A Flow. */
  FLOWS("The form could not be sent. Tell the administrators."),
  /** The endpoint for marketing. */
  MARKETING_MESSAGES("The offer could not be sent this way. Tell the administrators."),
  /** The list of blocked users. */
  BLOCK_LIST("The list of blocked users could not be changed. Try again."),
  /** A username. */
  USERNAME("The username was not accepted. Choose another."),
  /** Templates, numbers and accounts. */
  MANAGEMENT("The change was not accepted. Tell the administrators."),
  /** The phone app beside the Cloud API. */
  COEXISTENCE("The history of the phone app is not available."),
  /** The sign-up of businesses. */
  SIGN_UP("The sign-up was not completed. Begin again."),
  /** Figures. */
  ANALYTICS("The figures are not available."),
  /** A code that Meta's list did not have when this version was made. */
  UNKNOWN("WhatsApp did not accept the message.");

  private final String forAgent;

  ErrorKind(String forAgent) {
    this.forAgent = forAgent;
  }

  /** {@return the sentence for the human at the desk} */
  public String forAgent() {
    return forAgent;
  }
}
