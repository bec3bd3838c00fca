package hallmonitor.moderation.console;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps cookies and follows nothing by itself, as a test wants it. */
final class ConsoleBrowser {
  private final Map<String, String> cookies = new LinkedHashMap<>();

  static ConsoleBrowser signedIn(String name) {
    ConsoleBrowser browser = new ConsoleBrowser();
    browser.signIn(name, Seed.PASSWORD);
    return browser;
  }

  /** What its session cookie holds. */
  String session() {
    return cookies.get("hallmonitor-session");
  }

  private RequestSpecification request() {
    return given().redirects().follow(false).cookies(cookies).accept("text/html, */*;q=0.8");
  }

  private Response keep(Response response) {
    cookies.putAll(response.cookies());
    return response;
  }

  Response get(String path) {
    return keep(request().get(path));
  }

  /** As a page asks for what it shows in an {@code img}. */
  Response picture(String path) {
    return keep(request().accept("image/*").get(path));
  }

  /** A part of a page, as htmx asks for it. */
  Response part(String path) {
    return keep(request().header("HX-Request", "true").get(path));
  }

  /** A form with the token that its page gave. */
  Response post(String path, Map<String, ?> fields) {
    if (!cookies.containsKey("hallmonitor-form")) {
      get("/sign-in");
    }
    return keep(
        request()
            .formParams(fields)
            .formParam("form-token", cookies.get("hallmonitor-form"))
            .post(path));
  }

  Response postPart(String path, Map<String, ?> fields) {
    return keep(
        request()
            .header("HX-Request", "true")
            .formParams(fields)
            .formParam("form-token", cookies.get("hallmonitor-form"))
            .post(path));
  }

  Response postWithoutToken(String path, Map<String, String> fields) {
    return keep(request().formParams(fields).post(path));
  }

  Response signIn(String name, String password) {
    return post("/sign-in", Map.of("name", name, "password", password));
  }
}
