package hallmonitor.moderation.text.gloss;

import hallmonitor.moderation.text.gloss.EnglishForms.Person;
import java.util.HashMap;
import java.util.Map;

/** Several words that say something else together: a tree by word, accents aside. */
final class SpanishPhrases {
  private Map<String, SpanishPhrases> longer = Map.of();
  private String gloss;
  private Person person = Person.NOBODY;
  private boolean name;

  /** A phrase that is listed already stays as it is. */
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

  /** The phrases that go on with this word, or null. */
  SpanishPhrases after(String folded) {
    return longer.get(folded);
  }

  /** Null where the words so far are only the start of a phrase. */
  String gloss() {
    return gloss;
  }

  Person person() {
    return person;
  }

  /** Whether it is a name that English uses too: {@code los angeles}. */
  boolean isName() {
    return name;
  }
}
