package hallmonitor.ingest.connector.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The hub that a feed names, and the feed's own name there
 * (https://www.w3.org/TR/websub/#discovery).
 *
 * @param topic compared with what the hub says, never fetched
 */
record FeedHub(URI address, String topic) {
  /**
   * Public hubs. Any other must be on the feed's own host, so that no feed can lead into an
   * internal network.
   */
  private static final Set<String> PUBLIC =
      Set.of("pubsubhubbub.appspot.com", "pubsubhubbub.superfeedr.com", "websubhub.com");

  private static final Pattern LINK =
      Pattern.compile("<([^<>]{1,2000})>[^,<]*?;\\s*rel=\"?(hub|self)\\b");

  /** Finds the hub in an answer. A link in an entry is ignored, because visitors write entries. */
  static Optional<FeedHub> in(HttpHeaders headers, byte[] body, URI feed) {
    Optional<String> hub = inHeaders(headers, "hub");
    Optional<String> topic = inHeaders(headers, "self");
    if (hub.isEmpty() || topic.isEmpty()) {
      Document document = document(body);
      hub = hub.or(() -> inFeed(document, "hub"));
      topic = topic.or(() -> inFeed(document, "self"));
    }
    String name = topic.orElse(feed.toString());
    return hub.flatMap(FeedHub::address)
        .filter(address -> isAllowed(address, feed))
        .map(address -> new FeedHub(address, name));
  }

  private static Optional<String> inHeaders(HttpHeaders headers, String relation) {
    return headers.allValues("link").stream()
        .flatMap(value -> LINK.matcher(value).results())
        .filter(link -> link.group(2).equals(relation))
        .map(link -> link.group(1))
        .findFirst();
  }

  private static Document document(byte[] body) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(body), null, "", Parser.xmlParser());
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  private static Optional<String> inFeed(Document document, String relation) {
    List<Element> heads = document.select("feed, channel");
    return heads.stream()
        .limit(1)
        .flatMap(head -> head.children().stream())
        .filter(child -> child.tagName().equals("link") || child.tagName().endsWith(":link"))
        .filter(link -> link.attr("rel").equals(relation))
        .map(link -> link.attr("href").strip())
        .findFirst();
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isAllowed(URI hub, URI feed) {
    boolean own =
        feed.getScheme().equals(hub.getScheme())
            && feed.getHost().equals(hub.getHost())
            && feed.getPort() == hub.getPort();
    return own
        || "https".equals(hub.getScheme())
            && hub.getPort() == -1
            && hub.getHost() != null
            && PUBLIC.contains(hub.getHost());
  }
}
