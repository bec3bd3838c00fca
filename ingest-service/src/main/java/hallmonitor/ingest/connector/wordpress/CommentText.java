package hallmonitor.ingest.connector.wordpress;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Extracts text from the HTML that WordPress stores. An author's <code>&amp;</code> is stored as
 * <code>&amp;amp;</code>, but words are judged as people read them.
 */
final class CommentText {
  private CommentText() {}

  /** Removes tags but keeps their text, decodes entities, and keeps line breaks. */
  static String of(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return html;
    }
    return Jsoup.parseBodyFragment(html).body().wholeText();
  }

  /**
   * Returns the addresses of media that a page shows as part of the comment, in text order. A plain
   * link is text: it stays in the platform's answer, and its target is no attachment.
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
