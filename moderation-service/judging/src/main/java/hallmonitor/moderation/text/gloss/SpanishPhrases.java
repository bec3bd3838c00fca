package hallmonitor.moderation.text.gloss;

import hallmonitor.moderation.text.gloss.EnglishForms.Person;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases that mean something else than their words do: a tree by word, accents ignored. */
final class SpanishPhrases {
  private Map<String, SpanishPhrases> longer = Map.of();
  private @Nullable String gloss;
  private Person person = Person.NOBODY;
  private boolean name;

  /** Adds a phrase unless it is already listed. */
  void put(String phrase, String gloss, Person person) {
    SpanishPhrases node = this;
    for (String word : SpanishLetters.folded(phrase).split(" ")) {
      if (node.longer.isEmpty()) {
        node.longer = new HashMap<>(4);
      }
      node = node.longer.computeIfAbsent(word, key -> new SpanishPhrases());
    }
    if (node.gloss == null) {
      node.gloss = gloss;
      node.person = person;
      node.name = gloss.equals(SpanishLetters.folded(phrase));
    }
  }

  /** Returns the phrases that continue with this word, or null. */
  @Nullable SpanishPhrases after(String folded) {
    return longer.get(folded);
  }

  /** Returns null if the words so far are only the start of a phrase. */
  @Nullable String gloss() {
    return gloss;
  }

  Person person() {
    return person;
  }

  /** Returns whether it is a name that English uses too: {@code los angeles}. */
  boolean isName() {
    return name;
  }
}
