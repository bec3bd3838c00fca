package hallmonitor.moderation.console.guidance;

import io.quarkus.qute.RawString;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns the guidelines' Markdown (https://spec.commonmark.org) into HTML. Whatever is HTML in the
 * text is shown as text, and only addresses of the web and of mail become links.
 */
final class GuidanceHtml {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .build();

  /** The page has its own heading of the first level, and shows no picture from elsewhere. */
  private static final class ForPages extends AbstractVisitor {
    private static final int DEEPEST = 6;

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(DEEPEST, heading.getLevel() + 1));
      visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
      image.insertBefore(new Text(image.getDestination()));
      image.unlink();
    }
  }

  private GuidanceHtml() {}

  static RawString of(String markdown) {
    Node text = PARSER.parse(markdown);
    text.accept(new ForPages());
    return new RawString(RENDERER.render(text));
  }
}
