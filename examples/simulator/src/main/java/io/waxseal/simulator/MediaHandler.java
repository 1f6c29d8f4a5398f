package io.waxseal.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;

/** Answers requests for files; what is none goes to the next handler. */
final class MediaHandler implements HttpListener.Handler {
  private static final Pattern UPLOAD = Pattern.compile("/v[1-9][0-9]?\\.[0-9]/([0-9]+)/media");
  private static final Pattern NODE = Pattern.compile("/v[1-9][0-9]?\\.[0-9]/([0-9]+)");
  private static final String FILE = "/whatsapp_business/attachments/";
  private static final int LONGEST = 101 << 20;

  private final Access access;
  private final SimulatedMedia media;
  private final RequestBook requests;
  private final Ids ids;
  private final SimulatedTime time;
  private final HttpListener.Handler next;

  MediaHandler(
      Access access,
      SimulatedMedia media,
      RequestBook requests,
      Ids ids,
      SimulatedTime time,
      HttpListener.Handler next) {
    this.access = access;
    this.media = media;
    this.requests = requests;
    this.ids = ids;
    this.time = time;
    this.next = next;
  }

  @Override
  public WireAnswer handle(WireRequest request) throws IOException, InterruptedException {
    String path = request.path();
    Matcher upload = UPLOAD.matcher(path);
    Matcher node = NODE.matcher(path);
    boolean file = path.equals(FILE);
    if (!file && !upload.matches() && !node.matches()) {
      return next.handle(request);
    }
    ReceivedRequest entry = new ReceivedRequest(request, "", time.instant());
    requests.add(entry);
    byte[] body = request.body(LONGEST);
    WireAnswer answer;
    try {
      if (file) {
        answer = file(request);
      } else if (upload.matches()) {
        answer = upload(request, upload.group(1), body);
      } else {
        answer = node(request, node.group(1));
      }
    } catch (Refused refused) {
      answer = WireAnswer.json(refused.error().status(), refused.error().body(ids.traceId()), null);
    }
    entry.answered(answer.status());
    return answer;
  }

  private WireAnswer upload(WireRequest request, String number, byte[] body) throws Refused {
    access.number(access.proved(request), number, request, "POST");
    Form form = Form.parse(String.join(",", request.header("content-type")), body);
    if (!"whatsapp".equals(form.text("messaging_product"))) {
      throw new Refused(GraphError.invalid("messaging_product", "must be 'whatsapp'"));
    }
    String type = form.text("type");
    byte[] content = form.part("file");
    if (type.isEmpty() || content.length == 0) {
      throw new Refused(GraphError.missing(type.isEmpty() ? "type" : "file"));
    }
    if (content.length > MediaRules.longest(type)) {
      throw new Refused(KnownErrors.get(131053));
    }
    return WireAnswer.json(200, Map.of("id", media.add(type, content)), null);
  }

  private WireAnswer node(WireRequest request, String id) throws Refused {
    SimulatedApp app = access.proved(request);
    String method = request.method();
    for (String number : request.query("phone_number_id")) {
      access.number(app, number, request, method);
    }
    StoredFile found = media.find(id);
    if (found == null || !Set.of("GET", "DELETE").contains(method)) {
      throw new Refused(GraphError.unknownObject(method.toLowerCase(Locale.ROOT)));
    }
    if (method.equals("DELETE")) {
      return WireAnswer.json(200, Map.of("success", media.delete(id)), null);
    }
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("messaging_product", "whatsapp");
    node.put("url", address(request, found));
    node.put("mime_type", found.mimeType());
    node.put("sha256", found.hex());
    node.put("file_size", found.content().size());
    node.put("id", found.id());
    return WireAnswer.json(200, node, null);
  }

  /** At the very address that was asked: clients show their token to no other. */
  private String address(WireRequest request, StoredFile found) {
    String host = request.header("host").stream().findFirst().orElse("localhost");
    return URI.create(
            "http://" + host + FILE + "?mid=" + found.id() + "&hash=" + media.address(found))
        .toString();
  }

  private WireAnswer file(WireRequest request) throws Refused {
    access.bearer(request);
    List<String> hash = request.query("hash");
    StoredFile found = hash.size() == 1 ? media.at(hash.get(0)) : null;
    return found == null
        ? new WireAnswer(WireAnswer.Ending.COMPLETE, 404, "text/html", ByteString.EMPTY, null)
        : new WireAnswer(WireAnswer.Ending.COMPLETE, 200, found.mimeType(), found.content(), null);
  }

  /** The parts of a multipart form by name. */
  private record Form(Map<String, byte[]> parts) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME =
        Pattern.compile("(?i)content-disposition:[^\r]*?\\bname=\"([^\"]*)\"");

    static Form parse(String contentType, byte[] body) throws Refused {
      Matcher boundary = BOUNDARY.matcher(contentType);
      if (!contentType.startsWith("multipart/form-data") || !boundary.find()) {
        throw new Refused(GraphError.malformedBody());
      }
      String text = new String(body, ISO_8859_1);
      String line = "--" + boundary.group(1);
      Map<String, byte[]> parts = new LinkedHashMap<>();
      int start = text.indexOf(line);
      while (start >= 0) {
        int end = text.indexOf("\r\n" + line, start + line.length());
        int head = text.indexOf("\r\n\r\n", start);
        if (end < 0 || head < 0 || head > end) {
          break;
        }
        Matcher name = NAME.matcher(text.substring(start, head));
        if (name.find()) {
          parts.put(name.group(1), text.substring(head + 4, end).getBytes(ISO_8859_1));
        }
        start = end + 2;
      }
      return new Form(parts);
    }

    byte[] part(String name) {
      return parts.getOrDefault(name, new byte[0]);
    }

    String text(String name) {
      return new String(part(name), ISO_8859_1);
    }
  }
}
