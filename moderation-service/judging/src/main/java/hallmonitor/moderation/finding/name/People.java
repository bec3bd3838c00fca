package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.finding.name.NameTokens.Seam;

/** The people whom a piece of text speaks of, in order. */
public final class People {
  private final NameTokens tokens;
  private final Who[] who;
  private final boolean selfNamed;

  /**
   * @param who for each word, whom it begins to speak of, or null
   */
  People(NameTokens tokens, Who[] who, boolean selfNamed) {
    this.tokens = tokens;
    this.who = who;
    this.selfNamed = selfNamed;
  }

  /**
   * @param start index in the text at which to begin
   * @param end index after the last sign to read
   */
  public static People of(String text, int start, int end) {
    return PeopleFinder.in(NameTokens.of(text, start, end));
  }

  /** {@code I'm Becca Lowry}, {@code soy la mama de Axel}. */
  public boolean authorNamesItself() {
    return selfNamed;
  }

  public boolean has(Who kind) {
    for (Who one : who) {
      if (one == kind) {
        return true;
      }
    }
    return false;
  }

  /** The last one spoken of, pronouns apart, before a place in the original text. */
  public Who lastBefore(int offset) {
    Who last = Who.NOBODY;
    for (int i = 0; i < who.length && tokens.from(i) < offset; i++) {
      last = who[i] == null || who[i] == Who.PRONOUN ? last : who[i];
    }
    return last;
  }

  public Who firstAfter(int offset) {
    for (int i = 0; i < who.length; i++) {
      if (tokens.from(i) >= offset
          && who[i] != null
          && who[i] != Who.PRONOUN
          && who[i] != Who.SELF) {
        return who[i];
      }
    }
    return Who.NOBODY;
  }

  /** Whom the words between two places in the original text are about. */
  public Who subject(int from, int to) {
    int first = 0;
    while (first < who.length && tokens.to(first) <= from) {
      first++;
    }
    for (int i = first; i >= 0 && i < who.length; i--) {
      if (who[i] != null && (i < first || who[i] != Who.SELF)) {
        return who[i];
      }
      if (tokens.before(i) == Seam.END
          || tokens.before(i) == Seam.LINE
          || tokens.before(i) == Seam.START) {
        break;
      }
    }
    for (int i = first + 1; i < who.length; i++) {
      if (tokens.before(i) == Seam.END || tokens.before(i) == Seam.LINE) {
        break;
      }
      if (who[i] != null) {
        return who[i];
      }
    }
    return Who.NOBODY;
  }
}
