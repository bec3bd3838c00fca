package hallmonitor.moderation.console.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An HTTP client that keeps cookies and does not follow redirects by itself. */
public final class ConsoleBrowser {
  /**
   * REST Assured writes out each request: too slow for the thousands of requests of the matrix. Not
   * static: the client's thread would keep the class loader of each service that was ever tested.
   */
  private final HttpClient client;

  private final Map<String, String> cookies = new LinkedHashMap<>();

  public ConsoleBrowser() {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  private ConsoleBrowser(HttpClient client) {
    this.client = client;
  }

  public static ConsoleBrowser signedIn(String name) {
    ConsoleBrowser browser = new ConsoleBrowser();
    browser.signIn(name, Seed.PASSWORD);
    return browser;
  }

  /** Returns the address of a path of the console under test. */
  public static URI address(String path) {
    String absolute =
        path.startsWith("http") ? path : "http://localhost:" + RestAssured.port + path;
    return URI.create(absolute.replace(" ", "%20"));
  }

  /** Forgets a cookie, such as one that tells who was here before. */
  public void forget(String cookie) {
    cookies.remove(cookie);
  }

  /** Returns another one with the same cookies. */
  public ConsoleBrowser copy() {
    ConsoleBrowser copy = new ConsoleBrowser(client);
    copy.cookies.putAll(cookies);
    return copy;
  }

  /** Returns the value of its session cookie. */
  public String session() {
    return cookies.get("hallmonitor-session");
  }

  public ConsoleResponse get(String path, String... headers) {
    return send(request(path, headers));
  }

  /** Requests a resource like an {@code img} of a page. */
  public ConsoleResponse picture(String path) {
    return get(path, "Accept", "image/*");
  }

  /** Requests a part of a page like htmx. */
  public ConsoleResponse part(String path) {
    return get(path, "HX-Request", "true");
  }

  /** Sends a form with the token from its page, which also sets a cookie. */
  public ConsoleResponse post(String path, Map<String, ?> fields, String... headers) {
    return postWithoutToken(path, withToken(fields), headers);
  }

  /** Sends a form like htmx. */
  public ConsoleResponse postPart(String path, Map<String, ?> fields) {
    return postWithoutToken(path, withToken(fields), "HX-Request", "true");
  }

  public ConsoleResponse postWithoutToken(String path, Map<String, ?> fields, String... headers) {
    return send(form(request(path, headers), fields));
  }

  /** Sends a form with a file, as browsers do. */
  public ConsoleResponse postFile(
      String path, Map<String, ?> fields, String name, String fileName, byte[] content) {
    String boundary = "----hallmonitor";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (field, value) ->
            body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, field, value))
                    .getBytes(UTF_8)));
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                + "Content-Type: image/png\r\n\r\n")
            .formatted(boundary, name, fileName)
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
    return send(
        request(path)
            .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Sends a form with the token from its page, and with a file. */
  public ConsoleResponse upload(String path, String name, String fileName, byte[] content) {
    return postFile(path, withToken(Map.of()), name, fileName, content);
  }

  public ConsoleResponse signIn(String name, String password, String... headers) {
    return post("/sign-in", Map.of("name", name, "password", password), headers);
  }

  private Map<String, Object> withToken(Map<String, ?> fields) {
    if (!cookies.containsKey("hallmonitor-form")) {
      get("/sign-in");
    }
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put("form-token", cookies.get("hallmonitor-form"));
    return all;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    request.setHeader("Accept", "text/html, */*;q=0.8");
    if (!cookies.isEmpty()) {
      request.setHeader(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(joining("; ")));
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request;
  }

  private static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, ?> fields) {
    String body =
        fields.entrySet().stream()
            .flatMap(field -> values(field.getValue()).map(value -> pair(field.getKey(), value)))
            .collect(joining("&"));
    return request
        .setHeader("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .POST(BodyPublishers.ofString(body));
  }

  private static Stream<?> values(Object value) {
    return value instanceof Collection<?> many ? many.stream() : List.of(value).stream();
  }

  private static String pair(String name, Object value) {
    return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value.toString(), UTF_8);
  }

  private ConsoleResponse send(HttpRequest.Builder request) {
    try {
      ConsoleResponse response =
          new ConsoleResponse(client.send(request.build(), BodyHandlers.ofByteArray()));
      cookies.putAll(response.cookies());
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
