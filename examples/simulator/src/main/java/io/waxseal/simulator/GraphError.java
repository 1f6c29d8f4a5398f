package io.waxseal.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error of the Graph API: HTTP status and the members of the {@code error} object. */
record GraphError(
    int status,
    int code,
    String type,
    String message,
    @Nullable Integer subcode,
    @Nullable String details,
    boolean isTransient) {

  static final String OAUTH = "OAuthException";
  private static final String METHOD = "GraphMethodException";

  /** Codes from here on belong to WhatsApp: their text starts with the code and they explain themselves in details. */
  private static final int FIRST_WHATSAPP_CODE = 130_000;

  static GraphError tokenMissing() {
    return classic(401, 104, OAUTH, "An access token is required to request this resource");
  }

  static GraphError tokenWrong() {
    return classic(401, 190, OAUTH, "Invalid OAuth access token - Cannot parse access token");
  }

  static GraphError proofMissing() {
    return classic(
        400, 100, METHOD, "(#100) API calls from the server require an appsecret_proof argument");
  }

  static GraphError proofWrong() {
    return classic(400, 100, METHOD, "(#100) Invalid appsecret_proof provided in the API argument");
  }

  static GraphError unknownPath() {
    return classic(400, 2500, OAUTH, "Unknown path components");
  }

  static GraphError unknownObject(String method) {
    return new GraphError(
        400,
        100,
        METHOD,
        "Unsupported "
            + method
            + " request. Object does not exist, cannot be loaded due to missing permissions, or does not support"
            + " this operation",
        33,
        null,
        false);
  }

  static GraphError malformedBody() {
    return classic(400, 100, OAUTH, "(#100) Invalid parameter: the body is not a JSON object");
  }

  static GraphError missing(String parameter) {
    return whatsApp(
        400,
        131008,
        "Required parameter is missing",
        "The parameter '" + parameter + "' is required.");
  }

  static GraphError invalid(String parameter, String rule) {
    return whatsApp(
        400,
        131009,
        "Parameter value is not valid",
        "The parameter '" + parameter + "' " + rule + ".");
  }

  static GraphError whatsApp(int status, int code, String title, String details) {
    return new GraphError(status, code, OAUTH, "(#" + code + ") " + title, null, details, false);
  }

  static GraphError unsupported() {
    return whatsApp(400, 131051, "Message type unknown", "Message type is not supported.");
  }

  static GraphError noMedia(String parameter) {
    return new GraphError(
        400,
        100,
        OAUTH,
        "(#100) Parameter '" + parameter + "' names no uploaded media",
        null,
        "The parameter '" + parameter + "' must be the id of media that were uploaded.",
        false);
  }

  static GraphError serverError() {
    return whatsApp(
        500, 131000, "Something went wrong", "Message failed to send due to an unknown error.");
  }

  static GraphError unavailable() {
    return new GraphError(
        503,
        2,
        METHOD,
        "WhatsApp Business API service is temporarily unavailable",
        null,
        null,
        true);
  }

  static GraphError scripted(int status, int code, String message) {
    return code >= FIRST_WHATSAPP_CODE
        ? whatsApp(status, code, message, message)
        : classic(status, code, OAUTH, message);
  }

  private static GraphError classic(int status, int code, String type, String message) {
    return new GraphError(status, code, type, message, null, null, false);
  }

  /** The text without the code in front of it, as it stands in webhooks. */
  String title() {
    return message.replaceFirst("^\\(#[0-9]+\\) ", "");
  }

  /** An element of {@code errors} in a webhook. */
  Map<String, Object> toWebhook() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("title", title());
    error.put("message", title());
    error.put("error_data", Map.of("details", Once.orElse(details, title())));
    error.put(
        "href",
        "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes");
    return error;
  }

  Map<String, Object> body(String traceId) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("type", type);
    error.put("code", code);
    if (subcode != null) {
      error.put("error_subcode", subcode);
    }
    if (isTransient) {
      error.put("is_transient", true);
    }
    if (details != null) {
      error.put("error_data", Map.of("messaging_product", "whatsapp", "details", details));
    }
    error.put("fbtrace_id", traceId);
    return Map.of("error", error);
  }
}
