package hallmonitor.moderation.text.gloss;

import hallmonitor.moderation.text.gloss.EnglishForms.Person;
import hallmonitor.moderation.text.gloss.SpanishWord.Role;
import org.jspecify.annotations.Nullable;

/**
 * Reads unlisted words by their ending: pronouns after a verb, diminutives, superlatives, adverbs.
 */
final class SpanishEndings {
  private static final int SHORTEST = 4;
  private static final String[] PRONOUNS = {
    "me", "te", "se", "nos", "les", "los", "las", "le", "lo", "la"
  };
  private static final String[] OBJECTS = {
    "me", "you", "self", "us", "them", "them", "them", "him", "him", "her"
  };
  private static final String[] SMALL = {
    "ecito", "ecita", "cito", "cita", "ito", "ita", "illo", "illa", "ote", "ota"
  };
  private static final String[] STEMS = {"o", "a", "", "e"};

  private final SpanishWords words;

  SpanishEndings(SpanishWords words) {
    this.words = words;
  }

  /**
   * Reads a word.
   *
   * @param folded lower-case letters without accents
   * @return null if no ending fits
   */
  @Nullable SpanishWord read(String folded) {
    int n = folded.length();
    if (n < SHORTEST || n > 30) {
      return null;
    }
    char last = folded.charAt(n - 1);
    if (last != 'e' && last != 'o' && last != 'a' && last != 's') {
      return null;
    }
    SpanishWord found = withPronouns(folded);
    if (found == null && n > SHORTEST) {
      found = small(folded);
    }
    if (found == null && n > 6) {
      found = folded.endsWith("mente") ? adverb(folded) : superlative(folded);
    }
    return found;
  }

  private @Nullable SpanishWord withPronouns(String folded) {
    int last = pronoun(folded);
    if (last < 0) {
      return null;
    }
    String stem = folded.substring(0, folded.length() - PRONOUNS[last].length());
    SpanishWord verb = verb(stem);
    if (verb != null) {
      return pronominal(folded, verb, OBJECTS[last]);
    }
    int before = pronoun(stem);
    if (before < 0) {
      return null;
    }
    verb = verb(stem.substring(0, stem.length() - PRONOUNS[before].length()));
    if (verb == null) {
      return null;
    }
    String it = OBJECTS[last].equals("him") || OBJECTS[last].equals("her") ? "it" : OBJECTS[last];
    return pronominal(folded, verb, OBJECTS[before] + " " + it);
  }

  private static SpanishWord pronominal(String folded, SpanishWord verb, String objects) {
    Role role = verb.role() == Role.GERUND ? Role.GERUND : Role.INFINITIVE;
    return new SpanishWord(
        folded, verb.bare() + " " + objects, role, Person.NOBODY, null, SpanishWord.PROOF, null);
  }

  private static int pronoun(String folded) {
    for (int i = 0; i < PRONOUNS.length; i++) {
      if (folded.endsWith(PRONOUNS[i])) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the form that can carry pronouns. "démonos" has lost an s before nos. */
  private @Nullable SpanishWord verb(String stem) {
    for (SpanishWord word = words.get(stem); word != null; word = word.next()) {
      if (word.bare() != null) {
        return word;
      }
    }
    SpanishWord we = stem.endsWith("mo") ? words.get(stem + "s") : null;
    return we != null && we.bare() != null ? we : null;
  }

  private @Nullable SpanishWord small(String folded) {
    boolean many = folded.endsWith("s");
    String one = many ? folded.substring(0, folded.length() - 1) : folded;
    for (String ending : SMALL) {
      if (one.endsWith(ending) && one.length() - ending.length() >= 2) {
        String size = ending.startsWith("ot") ? "big " : "little ";
        SpanishWord found = nominal(one.substring(0, one.length() - ending.length()), many);
        if (found != null) {
          return like(folded, size + found.gloss(), found);
        }
      }
    }
    return null;
  }

  private @Nullable SpanishWord nominal(String stem, boolean many) {
    String hard = hardened(stem);
    for (String ending : STEMS) {
      SpanishWord found = words.get(hard + ending + (many && !ending.isEmpty() ? "s" : ""));
      if (found == null && many && ending.isEmpty()) {
        found = words.get(hard + "es");
      }
      boolean nominal =
          found != null
              && (found.role() == Role.NOUN
                  || found.role() == Role.ADJECTIVE
                  || found.role() == Role.INSULT);
      if (nominal) {
        return found;
      }
    }
    return null;
  }

  /** {@code poqu-ito -> poc-o, amigu-ito -> amig-o}. */
  private static String hardened(String stem) {
    if (stem.endsWith("qu")) {
      return stem.substring(0, stem.length() - 2) + "c";
    }
    return stem.endsWith("gu") ? stem.substring(0, stem.length() - 1) : stem;
  }

  private @Nullable SpanishWord adverb(String folded) {
    String stem = folded.substring(0, folded.length() - "mente".length());
    SpanishWord adjective = words.get(stem);
    return adjective == null || adjective.role() != Role.ADJECTIVE
        ? null
        : new SpanishWord(
            folded,
            adjective.gloss() + "ly",
            Role.WORD,
            Person.NOBODY,
            null,
            SpanishWord.PROOF,
            null);
  }

  private @Nullable SpanishWord superlative(String folded) {
    String one = folded.endsWith("s") ? folded.substring(0, folded.length() - 1) : folded;
    if (!one.endsWith("isimo") && !one.endsWith("isima")) {
      return null;
    }
    SpanishWord found = nominal(one.substring(0, one.length() - "isimo".length()), false);
    return found == null ? null : like(folded, "very " + found.gloss(), found);
  }

  private static SpanishWord like(String folded, String gloss, SpanishWord word) {
    return new SpanishWord(
        folded, gloss, word.role(), Person.NOBODY, null, SpanishWord.PROOF, null);
  }
}
