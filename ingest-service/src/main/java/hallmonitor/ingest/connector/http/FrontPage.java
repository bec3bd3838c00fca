package hallmonitor.ingest.connector.http;

import hallmonitor.ingest.connector.AccountProfile;
import hallmonitor.ingest.connector.AccountProfile.Portrait;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.ProfileSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The front page of a site as every visitor gets it: only there do header, footer and widgets stand
 * together. It is asked for without the credential.
 */
public final class FrontPage implements ProfileSource {
  /** What is not the page's own words: posts, and what others wrote; and what nobody sees. */
  private static final String OTHERS =
      "script, style, noscript, template, form, #comments, .comments-area, .wp-block-comments,"
          + " .wp-block-latest-comments, .widget_recent_comments, .wp-block-latest-posts,"
          + " .widget_recent_entries, .wp-block-query, .wp-block-rss, .widget_rss, .type-post,"
          + " article.post, article.post-card, article.gh-card";

  /** Where a site shows its sign: what it gives to others, its icons, and what is in its head. */
  private static final String SIGNS =
      "meta[property=og:image], link[rel~=(?i)icon], img.custom-logo, header img, .gh-head img";

  private final PlatformHttp http;

  public FrontPage(PlatformHttp http) {
    this.http = http;
  }

  @Override
  public AccountProfile profile() throws PlatformException {
    HttpResponse<byte[]> answer =
        http.send(http.request("/", Map.of()).header("Accept", "text/html").GET().build());
    Optional<Fault> usual =
        HttpFaults.of(answer.statusCode(), http.retryAfter(answer.headers()), http.site());
    boolean elsewhere = answer.statusCode() / 100 == 3;
    if (usual.isPresent() && !elsewhere) {
      throw new PlatformException(usual.get());
    }
    Optional<String> type = answer.headers().firstValue("Content-Type");
    if (answer.statusCode() != 200 || type.filter(t -> t.startsWith("text/html")).isEmpty()) {
      throw PlatformException.rejected(
          "The front page of %s was not shown (status %d), so a person looks at it."
              .formatted(http.site(), answer.statusCode()));
    }
    return read(answer.body());
  }

  private AccountProfile read(byte[] html) {
    Document page;
    try {
      page = Jsoup.parse(new ByteArrayInputStream(html), null, http.site() + "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the bytes are in memory
    }
    page.select(OTHERS).remove();
    List<String> links =
        page.select("a[href]").stream()
            .map(link -> link.absUrl("href"))
            .filter(link -> !link.isEmpty())
            .toList();
    String said =
        Optional.ofNullable(page.selectFirst("meta[name=description]"))
            .map(meta -> meta.attr("content") + "\n")
            .orElse("");
    Element body = page.body();
    return new AccountProfile(
        page.title(),
        said + HtmlText.shown(body.html()),
        links,
        true,
        true,
        Optional.empty(),
        pictures(page));
  }

  private static List<Portrait> pictures(Document page) {
    return page.select(SIGNS).stream()
        .filter(sign -> sign.closest("article") == null)
        .flatMap(FrontPage::address)
        .map(address -> new Portrait(address, false))
        .toList();
  }

  private static Stream<String> address(Element sign) {
    String attribute =
        switch (sign.normalName()) {
          case "meta" -> "content";
          case "link" -> "href";
          default -> "src";
        };
    return sign.attr(attribute).isBlank() ? Stream.empty() : Stream.of(sign.absUrl(attribute));
  }
}
