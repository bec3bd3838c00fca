package hallmonitor.moderation.text.gloss;

import hallmonitor.moderation.text.gloss.EnglishForms.Person;
import hallmonitor.moderation.text.gloss.GlossTokens.Token;
import hallmonitor.moderation.text.gloss.SpanishWord.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the text with its marked words glossed. Short words are read by the verb beside them. */
final class GlossWriter {
  private static final Set<String> BEFORE_VERBS =
      Set.of("me", "te", "se", "nos", "le", "les", "lo", "no", "yo");

  private final GlossTokens tokens;
  private final StringBuilder out;

  /** Who acted last: "quiero matarme" differs from "quiere matarme". */
  private Person actor = Person.NOBODY;

  private GlossWriter(GlossTokens tokens) {
    this.tokens = tokens;
    this.out = new StringBuilder(tokens.text().length() + 64);
  }

  static String write(GlossTokens tokens) {
    return new GlossWriter(tokens).write();
  }

  private String write() {
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      actor = token.startsSentence ? Person.NOBODY : actor;
      if (token.glossed == null) {
        continue;
      }
      int end = phraseEnd(i);
      SpanishPhrases phrase = token.phrase;
      out.append(tokens.text(), copied, token.start);
      if (end > i && phrase != null) {
        out.append(phrase.gloss());
        acted(phrase.person());
        copied = tokens.get(end - 1).end;
        i = end - 1;
      } else {
        SpanishWord word = reading(i, token.glossed);
        out.append(gloss(i, word));
        acted(word.person());
        copied = token.end;
      }
    }
    return out.append(tokens.text(), copied, tokens.text().length()).toString();
  }

  private void acted(Person person) {
    actor = person == Person.NOBODY ? actor : person;
  }

  /** Returns the end of the phrase that starts here, or i if there is none. */
  private int phraseEnd(int i) {
    Token token = tokens.get(i);
    int end = i + token.phraseLength;
    for (int k = i; k < end; k++) {
      if (tokens.get(k).word != null && tokens.get(k).glossed == null) {
        return i;
      }
    }
    return end;
  }

  /** After a pronoun a word is a verb: {@code el baño, me baño}. */
  private SpanishWord reading(int i, SpanishWord word) {
    boolean afterPronoun =
        i > 0
            && tokens.get(i).follows
            && tokens.get(i - 1).glossed != null
            && BEFORE_VERBS.contains(tokens.get(i - 1).folded);
    return afterPronoun ? word.asVerb() : word;
  }

  private String gloss(int i, SpanishWord word) {
    SpanishWord next = next(i);
    boolean beforeVerb = next != null && next.role() == Role.VERB;
    Person acts = next != null && next.role() == Role.VERB ? next.person() : Person.NOBODY;
    return switch (word.written()) {
      case "el" -> beforeVerb ? "he" : word.gloss();
      case "tu" -> acts == Person.YOU ? "you" : word.gloss();
      case "la" -> beforeVerb ? "her" : word.gloss();
      case "los", "las" -> beforeVerb ? "them" : word.gloss();
      case "lo" -> isNominal(next) ? "the" : word.gloss();
      case "me" -> acts == Person.I ? "myself" : word.gloss();
      case "te" -> acts == Person.YOU ? "yourself" : word.gloss();
      case "nos" -> acts == Person.WE ? "ourselves" : word.gloss();
      case "bien" -> next != null && next.role() == Role.ADJECTIVE ? "very" : word.gloss();
      case "esta" -> saysHow(next) ? "is" : word.gloss();
      case "estas" -> saysHow(next) ? "you are" : word.gloss();
      default -> word.role() == Role.INFINITIVE ? reflexive(word) : word.gloss();
    };
  }

  private String reflexive(SpanishWord verb) {
    String gloss = verb.gloss();
    if (actor == Person.I && gloss.endsWith(" me")) {
      return gloss.substring(0, gloss.length() - 2) + "myself";
    }
    return actor == Person.YOU && gloss.endsWith(" you") ? gloss + "rself" : gloss;
  }

  private @Nullable SpanishWord next(int i) {
    if (i + 1 >= tokens.size()) {
      return null;
    }
    Token next = tokens.get(i + 1);
    if (!next.follows || next.glossed == null) {
      return null;
    }
    return BEFORE_VERBS.contains(tokens.get(i).folded) ? next.glossed.asVerb() : next.glossed;
  }

  private static boolean isNominal(@Nullable SpanishWord word) {
    return word != null && (word.role() == Role.NOUN || word.role() == Role.ADJECTIVE);
  }

  private static boolean saysHow(@Nullable SpanishWord word) {
    return word != null && (word.role() == Role.ADJECTIVE || word.role() == Role.GERUND);
  }
}
