package hallmonitor.moderation.text.gloss;

import hallmonitor.moderation.text.gloss.EnglishForms.Person;
import org.jspecify.annotations.Nullable;

/**
 * A written form and its English meaning.
 *
 * @param written lower-case letters with accents
 * @param person who acts, for a finite verb form
 * @param bare the English verb without its subject if the form can carry pronouns ({@code pega} in
 *     {@code pégale}), else null
 * @param weight how strongly it proves that a text is Spanish: 0, {@link #PARTICLE} or {@link
 *     #PROOF}
 * @param next another word that differs only in accents ({@code mato, mató}) or in its reading
 *     ({@code el baño, me baño}), or null
 */
record SpanishWord(
    String written,
    String gloss,
    Role role,
    Person person,
    @Nullable String bare,
    int weight,
    @Nullable SpanishWord next) {
  static final int PARTICLE = 1;
  static final int PROOF = 2;

  enum Role {
    /** A listed word; nothing is derived from it. */
    WORD,
    NOUN,
    ADJECTIVE,
    INSULT,
    /** A finite verb form. */
    VERB,
    INFINITIVE,
    GERUND
  }

  /** Returns the look-alike that is spelled exactly so, or this. */
  SpanishWord as(String token) {
    for (SpanishWord word = this; word != null; word = word.next) {
      if (word.written.equalsIgnoreCase(token)) {
        return word;
      }
    }
    return this;
  }

  /** Returns the finite verb with the same spelling, or this. */
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
