package hallmonitor.ingest.connector.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hallmonitor.contract.event.ProfileRead;
import hallmonitor.ingest.account.AccountSecrets;
import hallmonitor.ingest.account.RateBudget;
import hallmonitor.ingest.connector.AccountProfile;
import hallmonitor.ingest.connector.AccountProfile.Portrait;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.connector.Platform.Access;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.ghost.Ghost;
import hallmonitor.ingest.connector.wordpress.WordPress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what is read of the front page of a site, and what is not. */
class FrontPageTest {
  private HttpServer server;
  private int status = 200;
  private String type = "text/html; charset=utf-8";
  private byte[] page = new byte[0];
  private final List<String> credentials = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestHeaders().containsKey("Authorization")) {
        credentials.add(exchange.getRequestURI().toString());
      }
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.getResponseHeaders().add("Location", "https://elsewhere.example/");
      exchange.sendResponseHeaders(status, page.length == 0 ? -1 : page.length);
      exchange.getResponseBody().write(page);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private AccountProfile read(Platform platform) throws PlatformException {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    AccountSecrets secrets = new AccountSecrets(Path.of("none"), name -> "user:password");
    RateBudget budget = new RateBudget(100, 100, System::nanoTime);
    return platform
        .connect(new Access("blog", url, "credential", secrets, budget))
        .profile()
        .orElseThrow()
        .profile();
  }

  private AccountProfile read(String html) throws PlatformException {
    page = html.getBytes(UTF_8);
    return read(new WordPress());
  }

  @Test
  void titleTextAndLinksOfHeaderAndFooterAreRead() throws Exception {
    AccountProfile profile =
        read(
            """
            <title>Maple Valley High</title><meta name="description" content="News for families">
            <header><a href="/about/">About us</a></header>
            <footer><p>Comments are<br>moderated.</p>
            <a href="https://www.maplevalley12.example/">District</a> <a href="mailto:info@maple.example">Mail</a></footer>
            """);

    assertThat(profile.name()).isEqualTo("Maple Valley High");
    assertThat(profile.text()).contains("News for families", "Comments are\nmoderated.");
    assertThat(profile.links())
        .contains("https://www.maplevalley12.example/", "mailto:info@maple.example");
    assertThat(profile.whole()).isTrue();
    assertThat(credentials).as("a page for everyone is asked for without the password").isEmpty();
  }

  @Test
  void thePicturesThatASiteShowsOfItselfAreNamedAndThoseOfItsPostsAreNot() throws Exception {
    AccountProfile profile =
        read(
            """
            <head><meta property="og:image" content="https://cdn.example/share.jpg">
            <link rel="icon" href="/favicon.png"><link rel="APPLE-TOUCH-ICON" href="/touch.png">
            <link rel="stylesheet" href="/x.css"></head>
            <header><img src="logo.png"><img src=""></header>
            <article class="type-post"><header><img src="game.jpg"></header></article><main><img src="team.jpg"></main>
            """);

    String site = "http://127.0.0.1:" + server.getAddress().getPort();
    assertThat(profile.pictures())
        .containsExactly(
            new Portrait("https://cdn.example/share.jpg", false),
            new Portrait(site + "/favicon.png", false),
            new Portrait(site + "/touch.png", false),
            new Portrait(site + "/logo.png", false));
  }

  @Test
  void whatVisitorsAndPostsSayIsNotThePages() throws Exception {
    AccountProfile profile =
        read(
            """
            <article class="post type-post">Coach: 309-555-0199</article>
            <section id="comments">troll@evil.example</section>
            <ul class="wp-block-latest-comments"><li>Nobody saw it</li></ul>
            <script>var phone = "309-555-0198";</script><main>Welcome</main>
            """);

    assertThat(profile.text()).isEqualTo("Welcome");
  }

  @Test
  void ghostsFrontPageIsReadTheSameWay() throws Exception {
    page =
        "<title>Mavericks</title><article class='post-card'>A post</article>Hello".getBytes(UTF_8);

    assertThat(read(new Ghost()).text()).isEqualTo("Hello");
  }

  @Test
  void thePageMayBeInAnotherCharacterSet() throws Exception {
    page = "<meta charset=iso-8859-1><p>política escrita".getBytes(ISO_8859_1);
    type = "text/html";

    assertThat(read(new WordPress()).text()).isEqualTo("política escrita");
  }

  @Test
  void aHugePageIsCutAndThenNothingIsMissedOnIt() throws Exception {
    AccountProfile profile =
        read(
            "<div>".repeat(5_000)
                + "\ud83d\ude00 word ".repeat(50_000)
                + "<a href='/x'>".repeat(1_000));

    assertThat(profile.text().length()).isLessThanOrEqualTo(ProfileRead.LONGEST_TEXT);
    assertThat(profile.whole()).isFalse();
  }

  @Test
  void manyAndLongLinksAreLeftOutAndThenNoneIsMissed() throws Exception {
    StringBuilder html =
        new StringBuilder("<a href='https://a.example/" + "x".repeat(5_000) + "'>");
    for (int i = 0; i < 400; i++) {
      html.append("<a href='https://a.example/").append(i).append("'>link</a>");
    }

    AccountProfile profile = read(html.toString());

    assertThat(profile.links()).hasSize(ProfileRead.MOST_LINKS);
    assertThat(profile.allLinks()).isFalse();
  }

  @Test
  void controlCharactersThatADatabaseRefusesAreNotPassedOn() throws Exception {
    assertThat(read("<p>a\u0000b\u0007c</p>").text()).doesNotContain("\u0000", "\u0007");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 403, 404})
  void aPageThatIsNotShownIsNotAnEmptyPage(int refused) {
    status = refused;

    PlatformException thrown =
        catchThrowableOfType(PlatformException.class, () -> read("<p>Nothing here"));

    assertThat(thrown.fault()).isInstanceOf(Fault.Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void aSiteInTroubleIsAskedAgain(int trouble) {
    status = trouble;

    PlatformException thrown =
        catchThrowableOfType(PlatformException.class, () -> read("<p>Nothing here"));

    assertThat(thrown.fault()).isNotInstanceOf(Fault.Rejected.class);
  }

  @Test
  void aSiteThatIsDownSaysNothingOfItsPage() {
    server.stop(0);

    PlatformException thrown = catchThrowableOfType(PlatformException.class, () -> read(""));

    assertThat(thrown.fault()).isInstanceOf(Fault.Transient.class);
  }
}
