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

  /**
   * Where the media lead that a page shows as part of the comment, in the text's order. A plain
   * link is text: it stays in the platform's answer, and nothing that it leads to is an attachment.
   */
  static List<String> media(String html) {
    if (html.indexOf('<') < 0) {
      return List.of();
    }
    List<String> media = new ArrayList<>();
    for (Element e : Jsoup.parseBodyFragment(html).select("[src]")) {
      if (!e.attr("src").isBlank()) {
        media.add(e.attr("src"));
      }
    }
    return media;
  }
}
