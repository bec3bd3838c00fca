package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.finding.name.NameTokens.Seam;

/** The people whom a piece of text speaks of, in order. */
public final class KnownPeople {
  private final NameTokens tokens;
  private final NamedPerson[] who;
  private final boolean selfNamed;

  /**
   * @param who for each word, whom it begins to speak of, or null
   */
  KnownPeople(NameTokens tokens, NamedPerson[] who, boolean selfNamed) {
    this.tokens = tokens;
    this.who = who;
    this.selfNamed = selfNamed;
  }

  /**
   * @param start index in the text at which to begin
   * @param end index after the last sign to read
   */
  public static KnownPeople of(String text, int start, int end) {
    return PeopleFinder.in(NameTokens.of(text, start, end));
  }

  /** {@code I'm Becca Lowry}, {@code soy la mama de Axel}. */
  public boolean authorNamesItself() {
    return selfNamed;
  }

  public boolean has(NamedPerson kind) {
    for (NamedPerson one : who) {
      if (one == kind) {
        return true;
      }
    }
    return false;
  }

  /** The last one spoken of, pronouns apart, before a place in the original text. */
  public NamedPerson lastBefore(int offset) {
    NamedPerson last = NamedPerson.NOBODY;
    for (int i = 0; i < who.length && tokens.from(i) < offset; i++) {
      last = who[i] == null || who[i] == NamedPerson.PRONOUN ? last : who[i];
    }
    return last;
  }

  public NamedPerson firstAfter(int offset) {
    for (int i = 0; i < who.length; i++) {
      if (tokens.from(i) >= offset
          && who[i] != null
          && who[i] != NamedPerson.PRONOUN
          && who[i] != NamedPerson.SELF) {
        return who[i];
      }
    }
    return NamedPerson.NOBODY;
  }

  /** Whom the words between two places in the original text are about. */
  public NamedPerson subject(int from, int to) {
    int first = 0;
    while (first < who.length && tokens.to(first) <= from) {
      first++;
    }
    for (int i = first; i >= 0 && i < who.length; i--) {
      if (who[i] != null && (i < first || who[i] != NamedPerson.SELF)) {
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
    return NamedPerson.NOBODY;
  }
}
