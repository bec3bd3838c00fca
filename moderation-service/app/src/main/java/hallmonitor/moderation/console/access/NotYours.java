package hallmonitor.moderation.console.access;

import hallmonitor.moderation.wording.Sentence;
import io.quarkus.security.ForbiddenException;

/** This person may not do this; the sentence says who may. */
public final class NotYours extends ForbiddenException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  public NotYours(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  public Sentence sentence() {
    return sentence;
  }
}
