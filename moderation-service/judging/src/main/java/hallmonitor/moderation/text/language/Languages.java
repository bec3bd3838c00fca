package hallmonitor.moderation.text.language;

/** Recognizes languages. Implementations are thread-safe and never throw on any text. */
public interface Languages {
  Language of(String text);
}
