package hallmonitor.local.web;

import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages and their assets from the class path. Placeholders {@code {{name}}} take escaped text. */
public final class TemplatePage {
  private static final Pattern PART = Pattern.compile("\\{\\{>([a-z]+\\.html)}}\\n");

  private TemplatePage() {}

  /** Reads a resource from {@code owner}'s package. */
  public static byte[] resource(Class<?> owner, String name) {
    try (var in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(owner.getName() + " has no resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the source of a page from {@code owner}'s package. A line <code>{{&gt;part.html}}</code>
   * stands for another one beside it.
   */
  public static String source(Class<?> owner, String name) {
    String text = new String(resource(owner, name), StandardCharsets.UTF_8);
    return PART.matcher(text)
        .replaceAll(part -> Matcher.quoteReplacement(source(owner, part.group(1))));
  }

  public static RouteAnswer.Now asset(Class<?> owner, String name) {
    String type =
        name.endsWith(".css")
            ? "text/css"
            : name.endsWith(".js")
                ? "text/javascript"
                : name.endsWith(".svg") ? "image/svg+xml" : "text/html";
    return new RouteAnswer.Now(
        200, Map.of("Content-Type", type + "; charset=UTF-8"), resource(owner, name));
  }

  /** Fills a template; the values are text, never markup. */
  public static byte[] fill(Class<?> owner, String template, Map<String, String> values) {
    return fill(source(owner, template), values);
  }

  /** Fills the source of a page; the values are text, never markup. */
  public static byte[] fill(String source, Map<String, String> values) {
    String page = source;
    for (var value : values.entrySet()) {
      page = page.replace("{{" + value.getKey() + "}}", escape(value.getValue()));
    }
    return page.getBytes(StandardCharsets.UTF_8);
  }

  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
