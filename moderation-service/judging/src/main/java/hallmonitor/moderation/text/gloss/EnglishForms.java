package hallmonitor.moderation.text.gloss;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The English word forms that glosses consist of: {@code kill, PAST, THEY -> they killed}. */
final class EnglishForms {
  /** The tense and mood that a Spanish verb ending expresses. */
  enum Tense {
    PRESENT,
    PAST,
    FUTURE,
    CONDITIONAL,
    /** Subjunctive and imperative; English uses the bare verb for both. */
    WISH,
    INFINITIVE,
    GERUND,
    PARTICIPLE
  }

  /** Who acts, as far as the ending tells. HE includes she, it, and the polite you. */
  enum Person {
    NOBODY(""),
    I("i "),
    YOU("you "),
    HE(""),
    WE("we "),
    THEY("they ");

    private final String subject;

    Person(String subject) {
      this.subject = subject;
    }
  }

  private static final Set<String> MODALS = Set.of("can", "must", "should");

  private final Map<String, String> past = new HashMap<>();
  private final Map<String, String> participles = new HashMap<>();
  private final Map<String, String> plurals = new HashMap<>();

  EnglishForms(List<GlossFile.Line> lines) {
    for (GlossFile.Line line : lines) {
      List<String> words = line.lemmas();
      if (line.section().equals("english verbs")) {
        if (words.size() != 3) {
          throw line.wrong("three words are wanted: base, past, participle");
        }
        past.put(words.get(0), words.get(1));
        participles.put(words.get(0), words.get(2));
      } else if (line.section().equals("english nouns")) {
        if (words.size() != 2) {
          throw line.wrong("two words are wanted: singular, plural");
        }
        plurals.put(words.get(0), words.get(1));
      }
    }
  }

  /**
   * Returns a noun with its last word in the plural: {@code fifth birthday party -> fifth birthday
   * parties}.
   */
  String plural(String noun) {
    int last = noun.lastIndexOf(' ') + 1;
    String word = noun.substring(last);
    String known = plurals.get(word);
    return noun.substring(0, last)
        + (known != null ? known : word.endsWith("s") && !word.endsWith("ss") ? word : withS(word));
  }

  /**
   * Conjugates a verb.
   *
   * @param verb in its base form, with what follows it: {@code be afraid}
   */
  String verb(String verb, Tense tense, Person person) {
    int space = verb.indexOf(' ');
    String head = space < 0 ? verb : verb.substring(0, space);
    String rest = space < 0 ? "" : verb.substring(space);
    return switch (tense) {
      case PRESENT -> person.subject + present(head, person) + rest;
      case PAST -> person.subject + past(head, person) + rest;
      case FUTURE -> person.subject + "will " + able(head) + rest;
      case CONDITIONAL -> person.subject + would(head) + rest;
      case WISH -> (person == Person.WE ? person.subject : "") + able(head) + rest;
      case INFINITIVE -> able(head) + rest;
      case GERUND -> ing(head) + rest;
      case PARTICIPLE -> participles.getOrDefault(head, regularPast(head)) + rest;
    };
  }

  private static String would(String head) {
    return switch (head) {
      case "can" -> "could";
      case "should" -> head;
      default -> "would " + able(head);
    };
  }

  private static String able(String head) {
    return switch (head) {
      case "can" -> "be able to";
      case "must" -> "have to";
      default -> head;
    };
  }

  private static String present(String head, Person person) {
    if (head.equals("be")) {
      return switch (person) {
        case I -> "am";
        case HE, NOBODY -> "is";
        default -> "are";
      };
    }
    if (person != Person.HE || MODALS.contains(head)) {
      return head;
    }
    return head.equals("have") ? "has" : withS(head);
  }

  private String past(String head, Person person) {
    if (head.equals("be")) {
      return switch (person) {
        case I, HE, NOBODY -> "was";
        default -> "were";
      };
    }
    return past.getOrDefault(head, regularPast(head));
  }

  private static String withS(String word) {
    if (endsInConsonantY(word)) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    boolean hisses =
        word.endsWith("s")
            || word.endsWith("sh")
            || word.endsWith("ch")
            || word.endsWith("x")
            || word.endsWith("z");
    return word + (hisses || word.equals("go") || word.equals("do") ? "es" : "s");
  }

  private static String regularPast(String word) {
    if (endsInConsonantY(word)) {
      return word.substring(0, word.length() - 1) + "ied";
    }
    return word.endsWith("e") ? word + "d" : doubled(word) + "ed";
  }

  private static String ing(String word) {
    if (word.endsWith("ie")) {
      return word.substring(0, word.length() - 2) + "ying";
    }
    boolean silentE = word.endsWith("e") && !word.endsWith("ee") && !word.equals("be");
    return (silentE ? word.substring(0, word.length() - 1) : doubled(word)) + "ing";
  }

  private static boolean endsInConsonantY(String word) {
    int n = word.length();
    return n > 1 && word.charAt(n - 1) == 'y' && !isVowel(word.charAt(n - 2));
  }

  /** Doubles the last letter of a short verb: {@code stab -> stabb-}. */
  private static String doubled(String word) {
    int n = word.length();
    if (n < 3 || word.chars().filter(EnglishForms::isVowel).count() != 1) {
      return word;
    }
    char last = word.charAt(n - 1);
    boolean doubles = !isVowel(last) && "wxyh".indexOf(last) < 0 && isVowel(word.charAt(n - 2));
    return doubles ? word + last : word;
  }

  private static boolean isVowel(int c) {
    return "aeiou".indexOf(c) >= 0;
  }
}
