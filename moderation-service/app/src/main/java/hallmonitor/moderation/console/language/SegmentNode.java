package hallmonitor.moderation.console.language;

import hallmonitor.moderation.console.language.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A part of a segment. */
sealed interface SegmentNode {
  /** Returns the source for the bilingual template. */
  String source();

  /** Text that people read. */
  record Text(String source) implements SegmentNode {}

  record Expression(String source) implements SegmentNode {}

  /**
   * An element.
   *
   * @param tokens its content
   * @param sign whether its content needs no translation: a key, a file name
   */
  record Element(
      String open, List<TemplateToken> tokens, List<SegmentNode> nodes, String close, boolean sign)
      implements SegmentNode {
    @Override
    public String source() {
      StringBuilder content = new StringBuilder(open);
      nodes.forEach(node -> content.append(node.source()));
      return content.append(close).toString();
    }

    boolean hasWords() {
      return !sign
          && nodes.stream()
              .anyMatch(
                  node ->
                      node instanceof Text text && Bilingual.hasWords(text.source())
                          || node instanceof Element element && element.hasWords());
    }
  }

  /**
   * Builds nodes.
   *
   * @param tokens with balanced elements
   * @param tags converts a start tag
   * @param expressions converts an expression
   */
  static List<SegmentNode> of(
      List<TemplateToken> tokens, UnaryOperator<String> tags, UnaryOperator<String> expressions) {
    List<SegmentNode> nodes = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      TemplateToken token = tokens.get(i);
      switch (token.kind()) {
        case TEXT -> nodes.add(new Text(token.source()));
        case EXPRESSION -> nodes.add(new Expression(expressions.apply(token.source())));
        default -> {
          int close = close(tokens, i);
          List<TemplateToken> content = tokens.subList(i + 1, close);
          nodes.add(
              new Element(
                  tags.apply(token.source()),
                  content,
                  of(content, tags, expressions),
                  tokens.get(close).source(),
                  token.name().equals("kbd")));
          i = close;
        }
      }
    }
    return nodes;
  }

  private static int close(List<TemplateToken> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      Kind kind = tokens.get(i).kind();
      depth += kind == Kind.OPEN ? 1 : kind == Kind.CLOSE ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("not closed: " + tokens.get(open).source());
  }
}
