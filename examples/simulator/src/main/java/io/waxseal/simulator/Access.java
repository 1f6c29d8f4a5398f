package io.waxseal.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides whether a request may come in at all: token, proof, path, version, phone number id, method. */
final class Access {
  private static final Pattern PATH =
      Pattern.compile("/v[1-9][0-9]?\\.[0-9]/([^/]+)/(?:marketing_)?messages");
  private static final String SCHEME = "bearer ";

  private final List<SimulatedApp> apps;
  private final Map<String, SimulatedNumber> numbers;

  Access(List<SimulatedApp> apps, Map<String, SimulatedNumber> numbers) {
    this.apps = apps;
    this.numbers = numbers;
  }

  /** The phone number id in a path, whoever it belongs to; empty if there is none. */
  static String numberIn(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches() ? matcher.group(1) : "";
  }

  SimulatedNumber check(WireRequest request) throws Refused {
    SimulatedApp app = proved(request);
    String id = numberIn(request.path());
    if (id.isEmpty()) {
      throw new Refused(GraphError.unknownPath());
    }
    return number(app, id, request, "POST");
  }

  /** Whose token it is, with the proof that the app may require. */
  SimulatedApp proved(WireRequest request) throws Refused {
    SimulatedApp app = bearer(request);
    checkProof(app, request.query("appsecret_proof"));
    return app;
  }

  /** Whose token it is; the address of a file is asked for without a proof. */
  SimulatedApp bearer(WireRequest request) throws Refused {
    return app(request.header("authorization"));
  }

  /** A valid token sees only what belongs to its app. */
  SimulatedNumber number(SimulatedApp app, String id, WireRequest request, String method)
      throws Refused {
    SimulatedNumber number = numbers.get(id);
    if (number == null || number.app() != app || !request.method().equals(method)) {
      throw new Refused(GraphError.unknownObject(request.method().toLowerCase(Locale.ROOT)));
    }
    return number;
  }

  private SimulatedApp app(List<String> headers) throws Refused {
    String header = headers.size() != 1 ? "" : headers.get(0);
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new Refused(GraphError.tokenMissing());
    }
    String token = header.substring(SCHEME.length()).trim();
    return apps.stream()
        .filter(app -> app.isAccessToken(token))
        .findFirst()
        .orElseThrow(() -> new Refused(GraphError.tokenWrong()));
  }

  /** A proof that was sent is checked even where none is required. */
  private static void checkProof(SimulatedApp app, List<String> proofs) throws Refused {
    if (proofs.isEmpty() && app.requiresProof()) {
      throw new Refused(GraphError.proofMissing());
    }
    for (String proof : proofs) {
      if (proofs.size() > 1 || !app.isAppSecretProof(proof)) {
        throw new Refused(GraphError.proofWrong());
      }
    }
  }
}
