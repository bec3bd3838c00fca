package hallmonitor.moderation.console.access;

import hallmonitor.moderation.wording.Sentence;
import io.quarkus.security.ForbiddenException;

/** Thrown if a person may not do something; the sentence says who may. */
public final class NotPermitted extends ForbiddenException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  public NotPermitted(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  public Sentence sentence() {
    return sentence;
  }
}
