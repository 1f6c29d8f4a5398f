package io.waxseal.simulator;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The errors a send can meet, with the HTTP status and the words that Meta documents for each. */
final class KnownErrors {
  private static final Map<Integer, GraphError> BY_CODE = new TreeMap<>();

  static {
    classic(1, 400, "An unknown error occurred", null, false);
    classic(4, 400, "(#4) Application request limit reached", null, true);
    classic(10, 403, "(#10) Application does not have permission for this action", null, false);
    classic(100, 400, "(#100) Invalid parameter", null, false);
    classic(190, 401, "Error validating access token: Session has expired", 463, false);
    classic(200, 403, "(#200) You do not have the necessary permissions", null, false);
    classic(
        80007, 400, "Business request limit reached for WhatsApp Business Account", 2446079, true);
    BY_CODE.put(2, GraphError.unavailable());
    whatsApp(
        368,
        403,
        "Temporarily blocked for policies violations",
        "The account was restricted for violating a platform policy.");
    whatsApp(130403, 400, "User is blocked", "The business has blocked this user.");
    whatsApp(130429, 400, "Rate limit hit", "Message throughput has been reached.");
    whatsApp(
        130472,
        400,
        "User's number is part of an experiment",
        "The message was not sent because the user takes part in an experiment.");
    whatsApp(
        130497,
        403,
        "Business account is restricted from messaging users in this country",
        "The account may not message users in this country.");
    BY_CODE.put(131000, GraphError.serverError());
    whatsApp(131005, 403, "Access denied", "A permission was not granted or was removed.");
    whatsApp(131008, 400, "Required parameter is missing", "A required parameter is missing.");
    whatsApp(131009, 400, "Parameter value is not valid", "A parameter has an invalid value.");
    whatsApp(131016, 500, "Service unavailable", "A service is temporarily unavailable.");
    whatsApp(
        131021, 400, "Recipient cannot be sender", "Sender and recipient are the same number.");
    whatsApp(131026, 400, "Message undeliverable", "Unable to deliver the message.");
    whatsApp(
        131030, 400, "Recipient phone number not in allowed list", "Add it to the recipient list.");
    whatsApp(131031, 403, "Account has been locked", "The business account has been locked.");
    whatsApp(131042, 400, "Business eligibility payment issue", "There is a payment problem.");
    whatsApp(
        131045, 500, "Incorrect certificate", "The phone number is not registered for sending.");
    whatsApp(
        131047,
        400,
        "Re-engagement message",
        "More than 24 hours have passed since the customer last replied to this number.");
    whatsApp(131048, 400, "Spam rate limit hit", "Too many messages were blocked or flagged.");
    whatsApp(
        131049,
        400,
        "This message was not delivered to maintain healthy ecosystem engagement",
        "The limit of marketing messages for this user is reached.");
    whatsApp(
        131050,
        400,
        "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages",
        "The user has stopped marketing messages from this business.");
    whatsApp(131051, 400, "Unsupported message type", "The message type is not supported.");
    whatsApp(131052, 400, "Media download error", "The media could not be downloaded.");
    whatsApp(131053, 400, "Media upload error", "The media could not be uploaded.");
    whatsApp(
        131056,
        400,
        "(Business Account, Consumer Account) pair rate limit hit",
        "Too many messages were sent to this number in a short period.");
    whatsApp(131057, 500, "Account in maintenance mode", "The throughput is being upgraded.");
    whatsApp(131062, 400, "Recipient not allowed", "This message needs a phone number.");
    whatsApp(131055, 400, "Method not allowed", "This endpoint sends marketing templates only.");
    whatsApp(131063, 400, "Marketing is off", "Send marketing by the marketing_messages endpoint.");
    whatsApp(131064, 400, "Messaging limit reached", "The limit of the portfolio is reached.");
    whatsApp(134100, 400, "Only marketing messages are supported", "The template is no marketing.");
    whatsApp(134101, 400, "Template is syncing", "The template is not ready yet; try again later.");
    whatsApp(134102, 500, "Template is unavailable", "The template cannot be used here.");
    whatsApp(
        132000, 400, "Number of parameters does not match", "The template takes another number.");
    whatsApp(
        132001,
        404,
        "Template name does not exist in the translation",
        "No template has this name and language.");
    whatsApp(132005, 400, "Translated text too long", "A text in the template is too long.");
    whatsApp(132012, 400, "Parameter format does not match", "A parameter has another format.");
    whatsApp(132015, 400, "Template is paused", "The template is paused for its low quality.");
    whatsApp(132016, 400, "Template is disabled", "The template was paused too often.");
    whatsApp(133004, 503, "Server temporarily unavailable", "The server is unavailable.");
    whatsApp(133010, 400, "Phone number not registered", "Register the phone number first.");
    whatsApp(135000, 400, "Generic user error", "Something in the request was not accepted.");
    whatsApp(
        137000,
        400,
        "Recipient identity has changed",
        "The identity key hash does not match the recipient's.");
  }

  private KnownErrors() {}

  static GraphError get(int code) {
    GraphError error = BY_CODE.get(code);
    if (error == null) {
      throw new IllegalArgumentException("code " + code
          + " is not among those known here; give its HTTP status and text with"
          + " Failure.answer(httpStatus, code, text)");
    }
    return error;
  }

  private static void classic(
      int code, int status, String text, @Nullable Integer subcode, boolean isTransient) {
    BY_CODE.put(
        code, new GraphError(status, code, GraphError.OAUTH, text, subcode, null, isTransient));
  }

  private static void whatsApp(int code, int status, String title, String details) {
    BY_CODE.put(code, GraphError.whatsApp(status, code, title, details));
  }
}
