package hallmonitor.moderation.drafting;

/** Something that was refused, in a sentence that says what to do; nothing was changed. */
public final class NotDone extends RuntimeException {
  public NotDone(String sentence) {
    super(sentence);
  }
}
