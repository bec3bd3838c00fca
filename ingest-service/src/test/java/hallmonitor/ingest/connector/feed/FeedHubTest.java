package hallmonitor.ingest.connector.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedHubTest {
  private static final String ATOM = "<feed xmlns=\"http://www.w3.org/2005/Atom\">%s</feed>";
  private static final String RSS =
      "<rss xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>%s</channel></rss>";
  private static final String GOOGLES = "https://pubsubhubbub.appspot.com/";

  private static Optional<FeedHub> hub(String feed, String... links) {
    return FeedHub.in(
        HttpHeaders.of(Map.of("Link", List.of(links)), (name, value) -> true),
        feed.getBytes(UTF_8),
        URI.create("https://school.example/comments/feed"));
  }

  private static String link(String relation, String address) {
    return "<link rel=\"" + relation + "\" href=\"" + address + "\"/>";
  }

  @Test
  void aFeedNamesItsHubAndItself() {
    String atom = ATOM.formatted(link("self", "https://school.example/f") + link("hub", GOOGLES));
    assertThat(hub(atom)).contains(new FeedHub(URI.create(GOOGLES), "https://school.example/f"));
    String rss = RSS.formatted(link("hub", GOOGLES).replace("<link", "<atom:link"));
    assertThat(hub(rss))
        .contains(new FeedHub(URI.create(GOOGLES), "https://school.example/comments/feed"));
  }

  @Test
  void theAnswersHeadersGoFirst() {
    assertThat(
            hub(
                ATOM.formatted(link("hub", "https://school.example/other")),
                "<" + GOOGLES + ">; rel=\"hub\", <https://school.example/f>; rel=\"self\""))
        .contains(new FeedHub(URI.create(GOOGLES), "https://school.example/f"));
  }

  @Test
  void aHubOnTheFeedsOwnHostIsAllowed() {
    assertThat(hub(ATOM.formatted(link("hub", "https://school.example/?pushpress=hub"))))
        .isPresent();
  }

  /** A feed must not lead this service's requests to places that strangers cannot reach. */
  @Test
  void noOtherHubIsAsked() {
    for (String address :
        List.of(
            "http://127.0.0.1:8081/q/health",
            "https://169.254.169.254/latest",
            "http://school.example/hub",
            "https://school.example:8443/hub",
            "http://pubsubhubbub.appspot.com/",
            "https://pubsubhubbub.appspot.com:8443/",
            "https://user@evil.example/",
            "file:///etc/passwd",
            "nonsense",
            "http://[")) {
      assertThat(hub(ATOM.formatted(link("hub", address)))).as(address).isEmpty();
    }
  }

  @Test
  void whatAVisitorWritesNamesNoHub() {
    assertThat(hub(ATOM.formatted("<entry>" + link("hub", GOOGLES) + "</entry>"))).isEmpty();
    assertThat(hub(RSS.formatted("<item>" + link("hub", GOOGLES) + "</item>"))).isEmpty();
  }

  @Test
  void aFeedWithoutAHubIsPolledAlone() {
    assertThat(hub(ATOM.formatted(link("self", "https://school.example/f")))).isEmpty();
    assertThat(hub("")).isEmpty();
  }
}
