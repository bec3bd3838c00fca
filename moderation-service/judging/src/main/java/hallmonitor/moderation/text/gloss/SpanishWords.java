package hallmonitor.moderation.text.gloss;

import hallmonitor.moderation.text.gloss.EnglishForms.Person;
import hallmonitor.moderation.text.gloss.SpanishVerb.Form;
import hallmonitor.moderation.text.gloss.SpanishWord.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All forms of the words and phrases of a gloss file, built once. */
final class SpanishWords {
  private static final Pattern VERB =
      Pattern.compile("(\\p{L}*[aeií]r)(?: \\(([a-z/]+)\\)| like (\\p{L}+))?");
  private static final Pattern IN_PHRASE = Pattern.compile("\\{(\\p{L}+)}");

  /** Words that also occur in names of English speakers, so they prove little. */
  private static final Set<String> PARTICLES =
      Set.of(
          "el", "la", "los", "las", "un", "una", "mi", "mis", "tu", "su", "sus", "de", "del", "al",
          "y", "en", "se", "te", "lo", "san", "santa");

  private final Map<String, SpanishWord> words = new HashMap<>(1 << 16);
  private final Map<String, SpanishVerb> verbs = new HashMap<>();
  private final SpanishPhrases phrases = new SpanishPhrases();
  private final Map<String, String> glosses = new HashMap<>();
  private final EnglishForms english;
  private final Set<String> shared;

  /**
   * Builds the forms.
   *
   * @param shared words that English has too, so they prove nothing
   * @throws IllegalStateException naming the file and line that cannot be understood
   */
  SpanishWords(List<GlossFile.Line> lines, Set<String> shared) {
    this.shared = shared;
    english = new EnglishForms(lines);
    for (int i = 0; i < lines.size(); i++) {
      GlossFile.Line line = lines.get(i);
      List<GlossFile.Line> below = new ArrayList<>();
      while (i + 1 < lines.size() && lines.get(i + 1).indented()) {
        below.add(lines.get(++i));
      }
      if (line.indented() || !(below.isEmpty() || line.section().equals("verbs"))) {
        throw line.wrong("indented lines belong below a verb");
      }
      add(line, below);
    }
    glosses.clear();
  }

  /** Returns the word with these letters, accents ignored, or null. */
  @Nullable SpanishWord get(String folded) {
    return words.get(folded);
  }

  SpanishPhrases phrases() {
    return phrases;
  }

  int size() {
    return words.size();
  }

  private void add(GlossFile.Line line, List<GlossFile.Line> below) {
    for (String lemma : line.lemmas()) {
      switch (line.section()) {
        case "words" -> put(lemma, line.gloss(), Role.WORD);
        case "insults" -> noun(lemma, line.gloss(), Role.INSULT);
        case "nouns" -> noun(lemma, line.gloss(), Role.NOUN);
        case "adjectives" -> adjective(lemma, line.gloss());
        case "verbs" -> verb(line, lemma, below);
        case "phrases" -> phrase(line, lemma);
        default -> {}
      }
    }
  }

  private void noun(String lemma, String gloss, Role role) {
    int slash = lemma.indexOf('/');
    String masculine = slash < 0 ? lemma : lemma.substring(0, slash);
    put(masculine, gloss, role);
    put(plural(masculine), english.plural(gloss), role);
    if (slash >= 0) {
      String feminine = feminine(masculine);
      put(feminine, gloss, role);
      put(plural(feminine), english.plural(gloss), role);
    }
  }

  private void adjective(String lemma, String gloss) {
    put(lemma, gloss, Role.ADJECTIVE);
    put(plural(lemma), gloss, Role.ADJECTIVE);
    if (lemma.endsWith("o") || lemma.endsWith("or") || lemma.endsWith("ón")) {
      put(feminine(lemma), gloss, Role.ADJECTIVE);
      put(plural(feminine(lemma)), gloss, Role.ADJECTIVE);
    }
  }

  private static String feminine(String masculine) {
    char last = masculine.charAt(masculine.length() - 1);
    boolean vowel = last == 'o' || last == 'e';
    return (vowel ? masculine.substring(0, masculine.length() - 1) : masculine) + "a";
  }

  private static String plural(String singular) {
    int n = singular.length();
    char last = singular.charAt(n - 1);
    if (last == 'z') {
      return singular.substring(0, n - 1) + "ces";
    }
    if (last == 's') {
      return "áéíóú".indexOf(singular.charAt(Math.max(0, n - 2))) >= 0 ? singular + "es" : singular;
    }
    return singular + ("aeioáéóu".indexOf(last) >= 0 ? "s" : "es");
  }

  private void verb(GlossFile.Line line, String lemma, List<GlossFile.Line> below) {
    Matcher verb = VERB.matcher(lemma);
    if (!verb.matches()) {
      throw line.wrong("'" + lemma + "' is no infinitive, nor 'infinitive (ie)' or 'a like b'");
    }
    Map<String, List<String>> listed = new HashMap<>();
    below.forEach(b -> listed.put(b.lemmas().get(0), listedForms(b)));
    String change = verb.group(2) == null ? "" : verb.group(2);
    SpanishVerb conjugated = new SpanishVerb(verb.group(1), change, listed);
    if (verb.group(3) != null) {
      SpanishVerb model = verbs.get(verb.group(3));
      if (model == null) {
        throw line.wrong("the verb '" + verb.group(3) + "' must stand above");
      }
      conjugated = model.named(verb.group(1));
    }
    verbs.putIfAbsent(conjugated.infinitive(), conjugated);
    for (Form form : conjugated.forms()) {
      String gloss = english.verb(line.gloss(), form.tense(), form.person());
      boolean gerund = form.tense() == EnglishForms.Tense.GERUND;
      String bare =
          !form.bare()
              ? null
              : gerund
                  ? gloss
                  : english.verb(line.gloss(), EnglishForms.Tense.INFINITIVE, Person.NOBODY);
      put(form.text(), gloss, role(form), form.person(), bare);
    }
  }

  private static List<String> listedForms(GlossFile.Line line) {
    List<String> forms = line.lemmas().subList(1, line.lemmas().size());
    int wanted =
        switch (line.lemmas().get(0)) {
          case "present", "preterite" -> 5;
          case "future", "subjunctive", "imperfect", "imperative", "gerund", "participle" -> 1;
          default -> throw line.wrong("there is no tense '" + line.lemmas().get(0) + "'");
        };
    if (forms.size() != wanted) {
      throw line.wrong("this tense wants " + wanted + " forms, not " + forms.size());
    }
    return forms;
  }

  private static Role role(Form form) {
    return switch (form.tense()) {
      case INFINITIVE -> Role.INFINITIVE;
      case GERUND -> Role.GERUND;
      case PARTICIPLE -> Role.ADJECTIVE;
      default -> Role.VERB;
    };
  }

  private void phrase(GlossFile.Line line, String phrase) {
    Matcher verb = IN_PHRASE.matcher(phrase);
    if (!verb.find()) {
      phrases.put(phrase, line.gloss(), Person.NOBODY);
      return;
    }
    SpanishVerb conjugated = verbs.get(verb.group(1));
    if (conjugated == null) {
      throw line.wrong("the verb '" + verb.group(1) + "' is not in [verbs]");
    }
    String before = phrase.substring(0, verb.start());
    String after = phrase.substring(verb.end());
    for (Form form : conjugated.forms()) {
      SpanishWord listed = words.get(SpanishLetters.folded(form.text()));
      if (listed != null && listed.role() == Role.WORD) {
        continue; // "de" is no form of dar, although "dé" is
      }
      String gloss = english.verb(line.gloss(), form.tense(), form.person());
      phrases.put(before + form.text() + after, once(gloss), form.person());
    }
  }

  private void put(String written, String gloss, Role role) {
    put(written, gloss, role, Person.NOBODY, null);
  }

  private void put(String written, String gloss, Role role, Person person, @Nullable String bare) {
    String folded = SpanishLetters.folded(written);
    SpanishWord first = words.get(folded);
    SpanishWord word =
        new SpanishWord(written, once(gloss), role, person, bare, weight(folded), null);
    if (first == null) {
      words.put(folded, word);
      return;
    }
    SpanishWord same = first.as(written);
    if (!same.written().equals(written)) {
      words.put(folded, written.equals(folded) ? word.withNext(first) : first.withNext(word));
      return;
    }
    if (bare != null && same.bare() == null && first.written().equals(written)) {
      first = first.withBare(bare);
    }
    boolean alsoVerb = role == Role.VERB && same.asVerb().role() != Role.VERB;
    words.put(folded, alsoVerb ? first.withNext(word) : first);
  }

  private int weight(String folded) {
    if (PARTICLES.contains(folded)) {
      return SpanishWord.PARTICLE;
    }
    return shared.contains(folded) ? 0 : SpanishWord.PROOF;
  }

  /** Interns a gloss. Many forms share one, which saves a third of the memory. */
  private String once(String gloss) {
    return glosses.computeIfAbsent(gloss, same -> same);
  }
}
