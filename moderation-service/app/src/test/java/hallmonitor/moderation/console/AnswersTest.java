package hallmonitor.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import hallmonitor.testparts.AmbiguousRequest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every answer of the console says of itself, and what it does not answer. */
@ConsoleTest
class AnswersTest {
  private static final List<String> ASSETS =
      List.of(
          "/console/console.css",
          "/console/console.js",
          "/console/script/page.js",
          "/console/icon.svg",
          "/webjars/htmx.org/dist/htmx.min.js");

  @Inject ConsoleDatabase database;

  private ConsoleBrowser browser;

  @BeforeEach
  void start() {
    Seed seed = new Seed(database);
    seed.nothing();
    seed.person("brandt", "administrator", false);
    browser = ConsoleBrowser.signedIn("brandt");
  }

  @Test
  void eachAnswerWithTextNamesItsTypeAndCharacterSet() {
    List<String> wrong = new ArrayList<>();
    List<String> paths = new ArrayList<>(ASSETS);
    ConsoleEndpoints.all().stream()
        .filter(line -> line.startsWith("GET ") && !line.contains("{") && !line.contains("/events"))
        .map(line -> line.substring("GET ".length()).strip())
        .forEach(paths::add);
    for (String path : paths) {
      ConsoleResponse answer = browser.get(path);
      if (!answer.asString().isEmpty() && !isNamed(String.valueOf(answer.header("Content-Type")))) {
        wrong.add(path + " " + answer.statusCode() + " " + answer.header("Content-Type"));
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(paths).hasSizeGreaterThan(50);
  }

  /** JSON and SVG say their character set themselves. */
  private static boolean isNamed(String type) {
    return type.toLowerCase(Locale.ROOT).contains("charset=utf-8")
        || type.startsWith("application/")
        || type.startsWith("image/");
  }

  @Test
  void aRequestWhoseEndIsUnclearIsRefusedAndNothingBehindItAnswered() {
    for (AmbiguousRequest request : AmbiguousRequest.to("/sign-in")) {
      assertThat(request.answers(RestAssured.port))
          .as(request.name())
          .hasSizeLessThan(2)
          .allMatch(status -> status.startsWith("HTTP/1.1 4"));
    }
  }

  /** What assigns to a computed name, or copies one object into another, can change all objects. */
  @Test
  void noScriptAssignsWhatACallerNames() throws IOException {
    Pattern risky =
        Pattern.compile(
            "Object\\.(assign|defineProperty|setPrototypeOf)|__proto__|\\.prototype"
                + "|\\w\\[[^\\]]+\\]\\s*=[^=>]");
    List<String> found = new ArrayList<>();
    try (Stream<Path> files =
        Files.walk(Path.of("src/main/resources/META-INF/resources/console"))) {
      for (Path script : files.filter(file -> file.toString().endsWith(".js")).toList()) {
        risky
            .matcher(Files.readString(script))
            .results()
            .forEach(r -> found.add(script + " " + r.group()));
      }
    }
    assertThat(found).isEmpty();
    assertThat(risky.matcher("all[name] = value").find()).isTrue();
  }

  @Test
  void noFolderIsListed() {
    for (String folder : List.of("/console", "/console/", "/console/script/", "/webjars/")) {
      assertThat(browser.get(folder).statusCode()).as(folder).isEqualTo(404);
    }
  }

  @Test
  void traceIsRefused() throws IOException, InterruptedException {
    HttpRequest trace =
        HttpRequest.newBuilder(ConsoleBrowser.address("/sign-in"))
            .method("TRACE", BodyPublishers.noBody())
            .header("X-Secret", "shown")
            .build();

    var answer = HttpClient.newHttpClient().send(trace, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.body()).doesNotContain("shown");
  }
}
