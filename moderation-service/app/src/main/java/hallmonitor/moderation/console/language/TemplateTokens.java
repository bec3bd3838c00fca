package hallmonitor.moderation.console.language;

import hallmonitor.moderation.console.language.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits a template's source into tokens that together give the source again. */
final class TemplateTokens {
  private static final Set<String> WITHIN_SENTENCES =
      Set.of(
          "a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "mark", "q", "small", "span",
          "strong", "time");

  /** Elements with content that is not translated. */
  private static final Set<String> CLOSED = Set.of("script", "style");

  /** Elements without content or end tag. */
  private static final Set<String> EMPTY = Set.of("br", "hr", "img", "input", "link", "meta");

  /** A class name set by the frame. */
  private static final String LAYOUT = "{#layout}";

  /** An element with its own language has the same text in every language of the console. */
  private static final Pattern OWN_LANGUAGE = Pattern.compile("\\slang=\"[a-z]+\"");

  private final String source;
  private final List<TemplateToken> tokens = new ArrayList<>();
  private int at;
  private int textFrom;

  private TemplateTokens(String source) {
    this.source = source;
  }

  static List<TemplateToken> of(String source) {
    return new TemplateTokens(source).read();
  }

  private List<TemplateToken> read() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\\' && source.startsWith("{", at + 1) && startsTag(at + 1)) {
        take(Kind.EXPRESSION, endOfTag(at + 1), "");
      } else if (c == '\\') {
        at += 2;
      } else if (c == '{' && startsTag(at)) {
        qute();
      } else if (c == '<' && startsElement()) {
        element();
      } else {
        at++;
      }
    }
    at = Math.min(at, source.length());
    text(at);
    return tokens;
  }

  /** In Qute a brace before white space is a literal brace. */
  private boolean startsTag(int brace) {
    return brace + 1 < source.length() && !Character.isWhitespace(source.charAt(brace + 1));
  }

  private boolean startsElement() {
    char next = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
    return Character.isLetter(next) || next == '/' || next == '!';
  }

  private void qute() {
    char sign = source.charAt(at + 1);
    if (sign == '!' || sign == '|') {
      take(Kind.WALL, after(sign + "}", at + 2), "");
      return;
    }
    boolean section = sign == '#' || sign == '/' || sign == '@';
    if (source.startsWith(LAYOUT, at)) {
      take(Kind.WALL, after("{/layout}", at), "");
    } else {
      take(section ? Kind.WALL : Kind.EXPRESSION, endOfTag(at), "");
    }
  }

  private void element() {
    if (source.startsWith("<!--", at)) {
      take(Kind.WALL, after("-->", at), "");
      return;
    }
    int end = endOfElement();
    String tag = source.substring(at, end);
    boolean closes = tag.startsWith("</");
    String name = name(tag);
    boolean ownLanguage =
        !name.equals("html") && !EMPTY.contains(name) && OWN_LANGUAGE.matcher(tag).find();
    if (!closes && (CLOSED.contains(name) || ownLanguage)) {
      take(Kind.WALL, after("</" + name + ">", end), name);
    } else if (WITHIN_SENTENCES.contains(name) && !hasSections(tag)) {
      take(closes ? Kind.CLOSE : Kind.OPEN, end, name);
    } else {
      take(Kind.WALL, end, name);
    }
  }

  private static String name(String tag) {
    int from = tag.startsWith("</") ? 2 : 1;
    int to = from;
    while (to < tag.length() && Character.isLetterOrDigit(tag.charAt(to))) {
      to++;
    }
    return tag.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static boolean hasSections(String tag) {
    return tag.contains("{#") || tag.contains("{/");
  }

  private int endOfElement() {
    char quote = 0;
    int i = at + 1;
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{' && startsTag(i)) {
        i = endOfTag(i) - 1;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
      i++;
    }
    return source.length();
  }

  /**
   * Returns the position after the brace that ends a Qute tag; braces in its strings end nothing.
   */
  private int endOfTag(int from) {
    char quote = 0;
    for (int i = from + 1; i < source.length(); i++) {
      char c = source.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '}') {
        return i + 1;
      }
    }
    return source.length();
  }

  private int after(String end, int from) {
    int found = source.indexOf(end, from);
    return found < 0 ? source.length() : found + end.length();
  }

  private void take(Kind kind, int end, String name) {
    text(at);
    tokens.add(new TemplateToken(kind, source.substring(at, end), name));
    at = end;
    textFrom = end;
  }

  private void text(int end) {
    if (end > textFrom) {
      tokens.add(new TemplateToken(Kind.TEXT, source.substring(textFrom, end)));
    }
  }
}
