package io.waxseal.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies that no caller may take for an answer of Meta's. */
public final class HostileAnswers {
  private static final int DEEP = 100_000;
  private static final String YES =
      "\"success\":true,\"id\":\"77\",\"messages\":[{\"id\":\"wamid.A\"}]";
  private static final String NO = "\"error\":{\"code\":131047,\"fbtrace_id\":\"A1\"}";

  private HostileAnswers() {}

  /** What is wrong, and the bytes: no JSON, or JSON that is read in two ways. */
  public static Map<String, byte[]> bodies() {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("nothing", new byte[0]);
    bodies.put("white space", utf8(" \r\n\t"));
    bodies.put("zero bytes", new byte[64]);
    bodies.put("a page", utf8("<!DOCTYPE html><html><body>{" + YES + "}</body></html>"));
    bodies.put("a text", utf8("\"wamid.A\""));
    bodies.put("a number", utf8("200"));
    bodies.put("a truth value", utf8("true"));
    bodies.put("null", utf8("null"));
    bodies.put("an array", utf8("[{" + YES + "}]"));
    bodies.put("a yes cut off", utf8("{" + YES));
    bodies.put("a no cut off", utf8("{" + NO));
    bodies.put("two documents", utf8("{" + YES + "}{" + NO + "}"));
    bodies.put("a guard before it", utf8("for (;;);{" + YES + "}"));
    bodies.put("a comment in it", utf8("{/**/" + YES + "}"));
    bodies.put("single quotes", utf8(("{" + YES + "}").replace('"', '\'')));
    bodies.put("yes twice", utf8("{" + YES + "," + YES + "}"));
    bodies.put("no twice", utf8("{" + NO + "," + NO + "}"));
    bodies.put("a name twice in depth", utf8("{" + YES + ",\"a\":[{\"b\":1,\"b\":1}]}"));
    bodies.put("objects too deep", utf8("{" + YES + ",\"a\":" + nested("{\"a\":", "0", "}") + "}"));
    bodies.put("arrays too deep", utf8("{" + YES + ",\"a\":" + nested("[", "", "]") + "}"));
    bodies.put("a depth without end", utf8("{" + YES + ",\"a\":" + "[".repeat(DEEP)));
    bodies.put("no UTF-8", ("{" + YES + ",\"a\":\"\u00ff\"}").getBytes(ISO_8859_1));
    bodies.put("an overlong zero", ("{" + YES + ",\"a\":\"\u00c0\u0080\"}").getBytes(ISO_8859_1));
    bodies.put("half of a character", Arrays.copyOf(utf8("{\"a\":\"\u20ac"), 8));
    bodies.put("UTF-16", ("{" + YES + "}").getBytes(UTF_16));
    return bodies;
  }

  private static String nested(String open, String inside, String close) {
    return open.repeat(DEEP) + inside + close.repeat(DEEP);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
