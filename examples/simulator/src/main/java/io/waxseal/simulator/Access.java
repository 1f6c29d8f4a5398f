package io.waxseal.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether a request may come in at all: token, proof, path, version, phone number id, method. */
final class Access {
  private static final Pattern PATH = Pattern.compile("/v[1-9][0-9]?\\.[0-9]/([^/]+)/messages");
  private static final String SCHEME = "bearer ";

  private final Settings settings;

  Access(Settings settings) {
    this.settings = settings;
  }

  void check(HttpExchange exchange) throws Refused {
    checkToken(exchange.getRequestHeaders().get("Authorization"));
    checkProof(queryValues(exchange.getRequestURI().getRawQuery(), "appsecret_proof"));
    checkPath(exchange.getRequestURI().getRawPath(), exchange.getRequestMethod());
  }

  private void checkToken(@Nullable List<String> headers) throws Refused {
    String header = headers == null || headers.size() != 1 ? "" : headers.get(0);
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new Refused(GraphError.tokenMissing());
    }
    if (!settings.isAccessToken(header.substring(SCHEME.length()).trim())) {
      throw new Refused(GraphError.tokenWrong());
    }
  }

  /** A proof that was sent is checked even where none is required. */
  private void checkProof(List<String> proofs) throws Refused {
    if (proofs.isEmpty() && settings.requireAppSecretProof()) {
      throw new Refused(GraphError.proofMissing());
    }
    for (String proof : proofs) {
      if (proofs.size() > 1 || !settings.isAppSecretProof(proof)) {
        throw new Refused(GraphError.proofWrong());
      }
    }
  }

  private void checkPath(@Nullable String path, String method) throws Refused {
    Matcher matcher = PATH.matcher(path == null ? "" : path);
    if (!matcher.matches()) {
      throw new Refused(GraphError.unknownPath());
    }
    if (!matcher.group(1).equals(settings.phoneNumberId()) || !method.equals("POST")) {
      throw new Refused(GraphError.unknownObject(method.toLowerCase(Locale.ROOT)));
    }
  }

  private static List<String> queryValues(@Nullable String rawQuery, String name) {
    List<String> values = new ArrayList<>();
    if (rawQuery == null) {
      return values;
    }
    for (String pair : rawQuery.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        values.add(pair.substring(name.length() + 1));
      }
    }
    return values;
  }
}
