package hallmonitor.moderation.wording;

/**
 * Thrown when a request is refused. The sentence tells the requester what to do; the message is the
 * same in English, for logs.
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
