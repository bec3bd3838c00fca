package hallmonitor.moderation.console.seed;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP client that keeps cookies and does not follow redirects by itself. */
public final class ConsoleBrowser {
  private final Map<String, String> cookies = new LinkedHashMap<>();

  public static ConsoleBrowser signedIn(String name) {
    ConsoleBrowser browser = new ConsoleBrowser();
    browser.signIn(name, Seed.PASSWORD);
    return browser;
  }

  /** Returns another one with the same cookies. */
  public ConsoleBrowser copy() {
    ConsoleBrowser copy = new ConsoleBrowser();
    copy.cookies.putAll(cookies);
    return copy;
  }

  /** Returns the value of its session cookie. */
  public String session() {
    return cookies.get("hallmonitor-session");
  }

  private RequestSpecification request() {
    return given().redirects().follow(false).cookies(cookies).accept("text/html, */*;q=0.8");
  }

  private Response keep(Response response) {
    cookies.putAll(response.cookies());
    return response;
  }

  public Response get(String path) {
    return keep(request().get(path));
  }

  /** Requests a resource like an {@code img} of a page. */
  public Response picture(String path) {
    return keep(request().accept("image/*").get(path));
  }

  /** Requests a part of a page like htmx. */
  public Response part(String path) {
    return keep(request().header("HX-Request", "true").get(path));
  }

  /** Sends a form with the token from its page. */
  public Response post(String path, Map<String, ?> fields) {
    if (!cookies.containsKey("hallmonitor-form")) {
      get("/sign-in");
    }
    return keep(
        request()
            .formParams(fields)
            .formParam("form-token", cookies.get("hallmonitor-form"))
            .post(path));
  }

  public Response postPart(String path, Map<String, ?> fields) {
    return keep(
        request()
            .header("HX-Request", "true")
            .formParams(fields)
            .formParam("form-token", cookies.get("hallmonitor-form"))
            .post(path));
  }

  public Response postWithoutToken(String path, Map<String, String> fields) {
    return keep(request().formParams(fields).post(path));
  }

  public Response signIn(String name, String password) {
    return post("/sign-in", Map.of("name", name, "password", password));
  }
}
