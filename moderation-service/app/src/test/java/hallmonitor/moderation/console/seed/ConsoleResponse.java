package hallmonitor.moderation.console.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The console's answer, read completely. */
public record ConsoleResponse(HttpResponse<byte[]> http) {
  public int statusCode() {
    return http.statusCode();
  }

  /** Returns the first header of that name, or null. */
  public @Nullable String header(String name) {
    return http.headers().firstValue(name).orElse(null);
  }

  public @Nullable String contentType() {
    return header("Content-Type");
  }

  public byte[] asByteArray() {
    return http.body();
  }

  public String asString() {
    return new String(http.body(), UTF_8);
  }

  /** Returns the header that sets a cookie, with all its attributes. */
  public String setCookie(String name) {
    return setCookies().filter(line -> line.startsWith(name + "=")).findFirst().orElseThrow();
  }

  private Stream<String> setCookies() {
    return http.headers().allValues("Set-Cookie").stream();
  }

  /** Returns the cookies that it sets, by name; one that it removes has an empty value. */
  public Map<String, String> cookies() {
    Map<String, String> cookies = new LinkedHashMap<>();
    setCookies()
        .flatMap(line -> HttpCookie.parse(line).stream())
        .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
    return cookies;
  }
}
