package hallmonitor.moderation.text.gloss;

import hallmonitor.moderation.text.gloss.EnglishForms.Person;

/**
 * One written form and what it says in English.
 *
 * @param written small letters, with accents
 * @param person who acts, of a verb's finite form
 * @param bare the English verb without its subject, where the form can carry pronouns ({@code pega}
 *     in {@code pégale}); else null
 * @param weight how much it proves that a text is Spanish: 0, {@link #PARTICLE} or {@link #PROOF}
 * @param next another word that looks the same without accents ({@code mato, mató}) or with them
 *     ({@code el baño, me baño}), or null
 */
record SpanishWord(
    String written,
    String gloss,
    Role role,
    Person person,
    String bare,
    int weight,
    SpanishWord next) {
  static final int PARTICLE = 1;
  static final int PROOF = 2;

  enum Role {
    /** As listed; nothing is derived from it. */
    WORD,
    NOUN,
    ADJECTIVE,
    INSULT,
    /** A finite form. */
    VERB,
    INFINITIVE,
    GERUND
  }

  /** The one of the look-alikes that is written so, or this. */
  SpanishWord as(String token) {
    for (SpanishWord word = this; word != null; word = word.next) {
      if (word.written.equalsIgnoreCase(token)) {
        return word;
      }
    }
    return this;
  }

  /** The finite verb that is written the same, or this. */
  SpanishWord asVerb() {
    for (SpanishWord word = this; word != null; word = word.next) {
      if (word.role == Role.VERB && word.written.equals(written)) {
        return word;
      }
    }
    return this;
  }

  SpanishWord withNext(SpanishWord last) {
    SpanishWord tail = next == null ? last : next.withNext(last);
    return new SpanishWord(written, gloss, role, person, bare, weight, tail);
  }

  SpanishWord withBare(String verb) {
    return new SpanishWord(written, gloss, role, person, verb, weight, next);
  }
}
