package hallmonitor.moderation.console.language;

import hallmonitor.moderation.console.language.TemplateToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an English template bilingual: each segment of text with a known Spanish translation
 * becomes {@code {#if words:spanish}...{#else}...{/if}}, and everything else stays unchanged. A
 * segment is the text between tags that no sentence crosses, or in an attribute that people read.
 *
 * <p>The key of a segment is its English, with white space collapsed, {@code {1}} for the first
 * expression or element without words, and {@code <2>...</2>} for an element with words.
 */
final class Bilingual {
  private static final String SPANISH = "{#if words:spanish}";
  private static final String ELSE = "{#else}";
  private static final String END = "{/if}";

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s(?:title|placeholder|aria-label|alt)=\"");

  /** The default text in an expression. */
  private static final Pattern OTHERWISE = Pattern.compile("(\\?:\\s*')([^']*)(')");

  private final Function<String, Optional<String>> spanish;

  private Bilingual(Function<String, Optional<String>> spanish) {
    this.spanish = spanish;
  }

  /**
   * Translates a template.
   *
   * @param spanish returns a segment in Spanish; empty if unknown
   * @throws IllegalArgumentException if a Spanish text does not have the places of the English one
   */
  static String of(String source, Function<String, Optional<String>> spanish) {
    return new Bilingual(spanish).all(TemplateTokens.of(source));
  }

  private String all(List<TemplateToken> tokens) {
    List<TemplateToken> walled = unmatchedAreWalls(tokens);
    StringBuilder out = new StringBuilder();
    List<TemplateToken> run = new ArrayList<>();
    for (TemplateToken token : walled) {
      if (token.kind() == Kind.WALL) {
        out.append(run(run)).append(attributes(token.source()));
        run.clear();
      } else {
        run.add(token);
      }
    }
    return out.append(run(run)).toString();
  }

  /** An element that contains a wall is a wall itself. */
  private static List<TemplateToken> unmatchedAreWalls(List<TemplateToken> tokens) {
    boolean[] matched = new boolean[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      TemplateToken token = tokens.get(i);
      if (token.kind() == Kind.OPEN) {
        open.push(i);
      } else if (token.kind() == Kind.WALL) {
        open.clear();
      } else if (token.kind() == Kind.CLOSE
          && !open.isEmpty()
          && tokens.get(open.peek()).name().equals(token.name())) {
        matched[open.pop()] = true;
        matched[i] = true;
      }
    }
    List<TemplateToken> result = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      TemplateToken token = tokens.get(i);
      boolean element = token.kind() == Kind.OPEN || token.kind() == Kind.CLOSE;
      result.add(element && !matched[i] ? new TemplateToken(Kind.WALL, token.source()) : token);
    }
    return result;
  }

  /** Handles tokens without a wall: one segment, or several if no text connects their elements. */
  private String run(List<TemplateToken> tokens) {
    List<SegmentNode> nodes = SegmentNode.of(tokens, this::attributes, this::expression);
    if (nodes.stream()
        .anyMatch(node -> node instanceof SegmentNode.Text text && hasWords(text.source()))) {
      return segment(nodes);
    }
    StringBuilder out = new StringBuilder();
    for (SegmentNode node : nodes) {
      out.append(
          node instanceof SegmentNode.Element element && !element.sign()
              ? element.open() + run(element.tokens()) + element.close()
              : node.source());
    }
    return out.toString();
  }

  private String segment(List<SegmentNode> nodes) {
    StringBuilder english = new StringBuilder();
    nodes.forEach(node -> english.append(node.source()));
    String whole = english.toString();
    String inner = whole.strip();
    int start = whole.indexOf(inner);
    SegmentPlaces places = new SegmentPlaces();
    String key = SPACE.matcher(places.key(nodes)).replaceAll(" ").strip();
    return spanish
        .apply(key)
        .map(
            said ->
                whole.substring(0, start)
                    + SPANISH
                    + places.fill(key, said)
                    + ELSE
                    + inner
                    + END
                    + whole.substring(start + inner.length()))
        .orElse(whole);
  }

  /** Returns the tag with its readable attributes in both languages. */
  private String attributes(String tag) {
    if (!tag.startsWith("<") || tag.startsWith("<!--")) {
      return tag;
    }
    StringBuilder out = new StringBuilder();
    Matcher attribute = ATTRIBUTE.matcher(tag);
    int from = 0;
    while (attribute.find(from)) {
      int end = tag.indexOf('"', attribute.end());
      if (end < 0) {
        break;
      }
      out.append(tag, from, attribute.end());
      out.append(all(TemplateTokens.of(tag.substring(attribute.end(), end))));
      from = end;
    }
    return out.append(tag.substring(from)).toString();
  }

  private String expression(String source) {
    Matcher otherwise = OTHERWISE.matcher(source);
    if (!otherwise.find() || !hasWords(otherwise.group(2))) {
      return source;
    }
    return spanish
        .apply(otherwise.group(2))
        .map(
            said ->
                SPANISH
                    + source.substring(0, otherwise.start(2))
                    + said
                    + source.substring(otherwise.end(2))
                    + ELSE
                    + source
                    + END)
        .orElse(source);
  }

  static boolean hasWords(String text) {
    return ENTITY.matcher(text).replaceAll("").codePoints().anyMatch(Character::isLetter);
  }
}
