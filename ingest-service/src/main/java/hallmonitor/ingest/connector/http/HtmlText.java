package hallmonitor.ingest.connector.http;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Extracts text from HTML: words are judged as people read them. */
public final class HtmlText {
  private HtmlText() {}

  /**
   * Reads HTML in which line breaks are characters, as WordPress stores it. Removes tags but keeps
   * their text, decodes entities, and keeps line breaks.
   */
  public static String of(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return html;
    }
    return Jsoup.parseBodyFragment(html).body().wholeText();
  }

  /** Reads HTML as a browser shows it, in which paragraphs and list items are lines. */
  public static String shown(String html) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(new Lines(text), Jsoup.parseBodyFragment(html).body());
    return text.toString().replaceAll(" *\\n[ \\n]*", "\n").strip();
  }

  private record Lines(StringBuilder text) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText().replaceAll("[ \\t\\r\\n]+", " "));
      } else if (isLine(node)) {
        text.append('\n');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (isLine(node)) {
        text.append('\n');
      }
    }

    private static boolean isLine(Node node) {
      return node instanceof Element e && (e.isBlock() || e.normalName().equals("br"));
    }
  }

  /**
   * Returns the addresses of media that a page shows as part of the comment, in text order. A plain
   * link is text: it stays in the platform's answer, and its target is not an attachment.
   */
  public static List<String> media(String html) {
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
