package hallmonitor.moderation.wording;

/**
 * Something that was asked for and is not done. The sentence tells the person who asked what to do;
 * the message is the same in English, for logs.
 */
public abstract class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  protected Refusal(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  public final Sentence sentence() {
    return sentence;
  }
}
