package hallmonitor.moderation.console.language;

/**
 * A piece of a template's source.
 *
 * @param source as written
 * @param name of the HTML element, in lower case; empty if it is not an element
 */
record TemplateToken(Kind kind, String source, String name) {
  enum Kind {
    /** Text that people read. */
    TEXT,
    /** An expression, such as {@code {item.author}}, or one that is not escaped. */
    EXPRESSION,
    /** The start of an element that may be part of a sentence. */
    OPEN,
    CLOSE,
    /**
     * Something that no sentence crosses: a section of Qute, any other tag, a script, a comment.
     */
    WALL
  }

  TemplateToken(Kind kind, String source) {
    this(kind, source, "");
  }
}
