package hallmonitor.moderation.text.language;

/** Tells languages apart. Safe for threads; never throws on any text. */
public interface Languages {
  Language of(String text);
}
