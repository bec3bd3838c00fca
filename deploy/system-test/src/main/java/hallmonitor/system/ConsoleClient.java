package hallmonitor.system;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** A minimal browser client that signs in to the console. */
public final class ConsoleClient {
  private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

  /** Bcrypt hash of the password beside it, for an account in a scratch database only. */
  private static final String HASH = "$2a$10$Hn3tq0Yq8oXyKk8vXo1m2uHONP/oAk2A1TdmxdSBQIiMesPl4tkgG";

  private static final String PASSWORD = "only-for-this-bench-4711";

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final String address;

  private ConsoleClient(String address) {
    this.address = address;
  }

  /**
   * Adds an account to the console and signs in with it.
   *
   * @param role such as {@code moderator}
   */
  public static ConsoleClient signedIn(String address, Jdbi database, String name, String role)
      throws IOException, InterruptedException {
    database.useHandle(
        h ->
            h.execute(
                """
                insert into console_user (user_name, display_name, password_hash, role, must_change_password)
                values (?, 'Bench', ?, ?, false)
                """,
                name,
                HASH,
                role));
    ConsoleClient console = new ConsoleClient(address);
    console.signIn(name, PASSWORD);
    return console;
  }

  private void signIn(String name, String password) throws IOException, InterruptedException {
    String token = token(get("/sign-in").body());
    post("/sign-in", token, Map.of("name", name, "password", password));
    if (get("/queue?state=open").statusCode() != 200) {
      throw new IllegalStateException("nobody is signed in");
    }
  }

  /** Returns the token that a page's forms are sent with. */
  public static String token(String page) {
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("the page has no form");
    }
    return token.group(1);
  }

  /** Sends a form as the console's script does, for a part of the page. */
  public HttpResponse<String> post(String path, String token, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("form-token", token);
    String form =
        all.entrySet().stream()
            .map(e -> e.getKey() + "=" + encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("HX-Request", "true")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Opens a page; redirects are not followed. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Downloads a file; redirects are not followed. */
  public HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
    return send(request(path).GET(), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(PATIENCE)
        .header("Accept", "text/html")
        .header(
            "Cookie",
            cookies.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("; ")));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body)
      throws IOException, InterruptedException {
    HttpResponse<T> answer = http.send(request.build(), body);
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    return answer;
  }
}
