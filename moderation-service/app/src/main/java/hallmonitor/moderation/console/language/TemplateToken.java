package hallmonitor.moderation.console.language;

/**
 * A piece of a template's source.
 *
 * @param source as it is written
 * @param name of the HTML element, in small letters; empty for what is none
 */
record TemplateToken(Kind kind, String source, String name) {
  enum Kind {
    /** What people read. */
    TEXT,
    /** An expression, such as {@code {item.author}}, or one that is shown as it is written. */
    EXPRESSION,
    /** The start of an element that may stand within a sentence. */
    OPEN,
    CLOSE,
    /** What no sentence goes beyond: a section of Qute, any other tag, a script, a comment. */
    WALL
  }

  TemplateToken(Kind kind, String source) {
    this(kind, source, "");
  }
}
