package hallmonitor.moderation.console.access;

import io.quarkus.security.ForbiddenException;

/** This person may not do this; the message says who may. */
public final class NotYours extends ForbiddenException {
  private static final long serialVersionUID = 1L;

  public NotYours(String sentence) {
    super(sentence);
  }
}
