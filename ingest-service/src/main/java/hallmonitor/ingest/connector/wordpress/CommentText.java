package hallmonitor.ingest.connector.wordpress;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Text out of the HTML that WordPress stores. An author's {@code &} is stored as {@code &amp;}:
 * words are judged as people read them.
 */
final class CommentText {
  private CommentText() {}

  /** Tags go and leave their text, entities become their characters, line breaks stay. */
  static String of(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return html;
    }
    return Jsoup.parseBodyFragment(html).body().wholeText();
  }

  /** Where links and pictures lead, in the text's order. */
  static List<String> links(String html) {
    if (html.indexOf('<') < 0) {
      return List.of();
    }
    List<String> links = new ArrayList<>();
    for (Element e : Jsoup.parseBodyFragment(html).select("[src], a[href]")) {
      String address = e.hasAttr("src") ? e.attr("src") : e.attr("href");
      if (!address.isBlank()) {
        links.add(address);
      }
    }
    return links;
  }
}
