package hallmonitor.local.practice;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The three forms of a comment's text: what a person typed, what WordPress stores ({@code
 * content.raw}) and what it serves ({@code content.rendered}). In stored text, <code>
 * &amp;</code> is <code>&amp;amp;</code>: an API client that does not decode it judges other words
 * than the public reads.
 */
final class CommentHtml {
  /** Tags that an anonymous author may use (WordPress's {@code $allowedtags}). */
  private static final Set<String> ALLOWED =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "blockquote",
          "cite",
          "code",
          "del",
          "em",
          "i",
          "q",
          "s",
          "strike",
          "strong");

  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>");
  private static final Pattern HREF = Pattern.compile("href\\s*=\\s*[\"'](https?://[^\"'<>\\s]*)");
  private static final Pattern PICTURE = Pattern.compile("<img src=\"(https?://[^\"<>\\s]*)\"");
  private static final Pattern BARE_AMPERSAND =
      Pattern.compile("&(?!(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)");
  private static final Pattern SCRIPT = Pattern.compile("(?i)<(script|style)[^<>]*>[^<]*</\\1>");
  private static final Pattern PARAGRAPH = Pattern.compile("(?:\\r\\n|\\n|\\r){2,}+");
  private static final Pattern LINE = Pattern.compile("(?<!</p>)(?:\\r\\n|\\n|\\r)(?!<p>)");
  private static final Pattern ENTITY =
      Pattern.compile("&(amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});");

  private CommentHtml() {}

  /** Converts text from the page's own form, where every character is literal. */
  static String fromPlain(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * Converts HTML from an anonymous API client: unknown tags are removed but keep their text, stray
   * characters are escaped.
   */
  static String sanitise(String original) {
    String html = withoutComments(original);
    var clean = new StringBuilder(html.length());
    Matcher tag = TAG.matcher(html);
    int from = 0;
    while (tag.find()) {
      clean.append(text(html.substring(from, tag.start())));
      from = tag.end();
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      if (ALLOWED.contains(name)) {
        clean.append('<').append(tag.group(1)).append(name);
        Matcher href = HREF.matcher(tag.group(3));
        if (name.equals("a") && tag.group(1).isEmpty() && href.find()) {
          clean.append(" href=\"").append(text(href.group(1))).append("\" rel=\"nofollow ugc\"");
        }
        clean.append('>');
      }
    }
    return clean.append(text(html.substring(from))).toString();
  }

  static String picture(String url) {
    return "<img src=\"" + text(url) + "\" alt=\"\" />";
  }

  /** Returns the addresses of the pictures that a comment shows, exactly as written. */
  static List<String> pictures(String raw) {
    return PICTURE.matcher(raw).results().map(found -> found.group(1)).toList();
  }

  /**
   * Without a regular expression, which would search to the end again for every unclosed HTML
   * comment.
   */
  private static String withoutComments(String html) {
    var kept = new StringBuilder(html.length());
    int from = 0;
    int start = html.indexOf("<!--");
    while (start >= 0) {
      int end = html.indexOf("-->", start + 4);
      if (end < 0) {
        break;
      }
      kept.append(html, from, start);
      from = end + 3;
      start = html.indexOf("<!--", from);
    }
    return kept.append(html, from, html.length()).toString();
  }

  /** Cleans a name from the API: no tags, no script content, single spaces. */
  static String name(String html) {
    String bare = SCRIPT.matcher(html).replaceAll("");
    return plain(bare).replaceAll("\\s+", " ").strip();
  }

  private static String text(String part) {
    return BARE_AMPERSAND
        .matcher(part)
        .replaceAll("&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /** Returns what the public reads: no tags, entities decoded. Never put it into HTML unescaped. */
  static String plain(String raw) {
    String bare = raw.indexOf('<') < 0 ? raw : TAG.matcher(withoutComments(raw)).replaceAll("");
    return bare.indexOf('&') < 0
        ? bare
        : ENTITY
            .matcher(bare)
            .replaceAll(found -> Matcher.quoteReplacement(decode(found.group(1))));
  }

  private static String decode(String entity) {
    return switch (entity) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> "\u00a0";
      default -> {
        boolean hex = entity.charAt(1) == 'x' || entity.charAt(1) == 'X';
        int code =
            hex ? Integer.parseInt(entity.substring(2), 16) : Integer.parseInt(entity.substring(1));
        yield Character.isValidCodePoint(code) ? Character.toString(code) : "\ufffd";
      }
    };
  }

  /** Adds paragraphs and line breaks like WordPress, but no curly quotes. */
  static String rendered(String raw) {
    String lines = raw.strip();
    if (lines.indexOf('\n') >= 0 || lines.indexOf('\r') >= 0) {
      lines = PARAGRAPH.matcher(lines).replaceAll("</p>\n<p>");
      lines = LINE.matcher(lines).replaceAll("<br />\n");
    }
    return "<p>" + lines + "</p>\n";
  }
}
