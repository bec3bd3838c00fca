package hallmonitor.moderation.finding.name;

import hallmonitor.moderation.finding.name.NameTokens.Seam;

/** The people mentioned in a text, in order. */
public final class KnownPeople {
  private final NameTokens tokens;
  private final NamedPerson[] who;
  private final boolean selfNamed;

  /**
   * Creates the list.
   *
   * @param who for each word, the person mentioned from there on, or null
   */
  KnownPeople(NameTokens tokens, NamedPerson[] who, boolean selfNamed) {
    this.tokens = tokens;
    this.who = who;
    this.selfNamed = selfNamed;
  }

  /**
   * Finds the people in a part of a text.
   *
   * @param start first index
   * @param end index after the last character
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

  /** Returns the last person mentioned before an offset in the original text, pronouns excluded. */
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

  /** Returns the person that the words between two offsets in the original text are about. */
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
