package hallmonitor.ingest.connector.signin;

import hallmonitor.ingest.connector.SiteClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form of a real platform's page, as a browser without scripts fills it in. */
final class FilledForm {
  private final SiteClient browser;
  private final String action;
  private final Map<String, String> fields;

  private FilledForm(SiteClient browser, Document page) {
    this.browser = browser;
    Element form = page.select("form").last();
    this.action = form.hasAttr("action") ? form.absUrl("action") : page.location();
    this.fields = new LinkedHashMap<>();
    for (Element input : form.select("input[name]:not([type=submit])")) {
      fields.put(input.attr("name"), input.val());
    }
  }

  /** Opens the last form of a page, and follows the site's redirects to it. */
  static FilledForm open(String address) {
    return open(new SiteClient(), address);
  }

  private static FilledForm open(SiteClient browser, String address) {
    HttpResponse<String> answer = browser.send(SiteClient.builder(address, Map.of()).build());
    return answer.statusCode() / 100 == 3
        ? open(browser, target(answer))
        : new FilledForm(browser, Jsoup.parse(answer.body(), address));
  }

  private static String target(HttpResponse<String> answer) {
    String location = answer.headers().firstValue("Location").orElseThrow();
    return answer.uri().resolve(URI.create(location)).toString();
  }

  FilledForm with(String name, String value) {
    fields.put(name, value);
    return this;
  }

  private String send() {
    HttpResponse<String> answer = browser.formResponse("POST", action, Map.of(), fields);
    if (answer.statusCode() / 100 != 3) {
      throw new AssertionError(answer.statusCode() + ": " + Jsoup.parse(answer.body()).text());
    }
    return target(answer);
  }

  /** Sends the form, and opens the one that comes next. */
  FilledForm next() {
    return open(browser, send());
  }

  /** Sends the form by a button, and returns the parameters that lead away from the site. */
  Map<String, String> sent(String button) {
    return with(button, "1").sent();
  }

  Map<String, String> sent() {
    String address = send();
    if (!address.startsWith(BrowserTrip.BACK.toString())) {
      throw new AssertionError("sent elsewhere: " + address);
    }
    return BrowserTrip.parameters(URI.create(address).getRawQuery());
  }
}
