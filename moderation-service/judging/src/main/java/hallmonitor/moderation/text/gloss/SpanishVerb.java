package hallmonitor.moderation.text.gloss;

import hallmonitor.moderation.text.gloss.EnglishForms.Person;
import hallmonitor.moderation.text.gloss.EnglishForms.Tense;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conjugates one verb. Follows the Real Academia's <i>Nueva gramática</i>, chapter 4, with vos and
 * the colloquial <i>dijistes</i>.
 *
 * @param change what the stressed stem vowel becomes ({@code ie}, {@code ue}, {@code i}), and after
 *     a slash what it becomes elsewhere; empty if it stays
 * @param listed irregular forms by their names in the gloss file
 */
record SpanishVerb(String infinitive, String change, Map<String, List<String>> listed) {
  /**
   * A form.
   *
   * @param bare whether it may be a command, an infinitive or a gerund, which carry pronouns
   */
  record Form(String text, Tense tense, Person person, boolean bare) {}

  private static final Person[] FIVE = {Person.I, Person.YOU, Person.HE, Person.WE, Person.THEY};

  SpanishVerb {
    listed = Map.copyOf(listed);
  }

  /** Returns another verb with the same irregularities: {@code obtener} like {@code tener}. */
  SpanishVerb named(String other) {
    int same = 0;
    while (same < Math.min(other.length(), infinitive.length())
        && other.charAt(other.length() - 1 - same)
            == infinitive.charAt(infinitive.length() - 1 - same)) {
      same++;
    }
    String head = infinitive.substring(0, infinitive.length() - same);
    String otherHead = other.substring(0, other.length() - same);
    Map<String, List<String>> forms = new HashMap<>();
    listed.forEach(
        (name, words) ->
            forms.put(
                name, words.stream().map(w -> otherHead + w.substring(head.length())).toList()));
    return new SpanishVerb(other, change, forms);
  }

  List<Form> forms() {
    List<Form> out = new ArrayList<>(70);
    List<String> present = listed.getOrDefault("present", regularPresent());
    List<String> preterite = listed.getOrDefault("preterite", regularPreterite());
    add(out, Tense.INFINITIVE, Person.NOBODY, true, infinitive);
    String command = present.get(2);
    five(out, Tense.PRESENT, present);
    if (listed.containsKey("imperative")) {
      add(out, Tense.WISH, Person.YOU, true, one("imperative", ""));
    }
    out.add(new Form(command, Tense.PRESENT, Person.HE, true));
    five(out, Tense.PAST, preterite);
    add(out, Tense.PAST, Person.YOU, false, preterite.get(1) + "s");
    imperfect(out);
    future(out);
    subjunctives(out, present, preterite);
    if (!root().isEmpty()) {
      vosAndVosotros(out);
    }
    add(out, Tense.GERUND, Person.NOBODY, true, one("gerund", regularGerund()));
    String participle =
        one("participle", root() + (isAr() ? "ado" : endsInVowel() ? "ído" : "ido"));
    String stem = participle.substring(0, participle.length() - 1);
    for (String ending : new String[] {"o", "a", "os", "as"}) {
      add(out, Tense.PARTICIPLE, Person.NOBODY, false, stem + ending);
    }
    return out;
  }

  private void vosAndVosotros(List<Form> out) {
    String vowel = isAr() ? "á" : isEr() ? "é" : "í";
    add(out, Tense.WISH, Person.YOU, true, root() + vowel);
    add(out, Tense.PRESENT, Person.YOU, false, root() + vowel + "s");
    add(out, Tense.PRESENT, Person.YOU, false, root() + (isIr() ? "ís" : vowel + "is"));
  }

  private void imperfect(List<Form> out) {
    String first = one("imperfect", root() + (isAr() ? "aba" : "ía"));
    persons(out, Tense.PAST, first);
  }

  private void future(List<Form> out) {
    String stem = one("future", SpanishLetters.folded(infinitive));
    five(
        out,
        Tense.FUTURE,
        List.of(stem + "é", stem + "ás", stem + "á", stem + "emos", stem + "án"));
    persons(out, Tense.CONDITIONAL, stem + "ía");
  }

  private void subjunctives(List<Form> out, List<String> present, List<String> preterite) {
    String i = present.get(0);
    String stem = i.endsWith("o") ? i.substring(0, i.length() - 1) : root();
    String first = one("subjunctive", isAr() ? softened(stem) + "e" : stem + "a");
    out.add(new Form(first, Tense.WISH, Person.HE, true));
    add(out, Tense.WISH, Person.YOU, false, first + "s");
    add(out, Tense.WISH, Person.THEY, true, first + "n");
    String we = listed.containsKey("present") || change.isEmpty() ? first : weSubjunctive();
    add(out, Tense.WISH, Person.WE, true, we + "mos");
    String past = preterite.get(4).substring(0, preterite.get(4).length() - 3);
    persons(out, Tense.PAST, past + "ra");
    persons(out, Tense.PAST, past + "se");
  }

  private String weSubjunctive() {
    return isAr() ? softened(root()) + "e" : hardened(isIr() ? weak() : root()) + "a";
  }

  /** Adds all persons, starting from the form that "i" and "he" share. */
  private static void persons(List<Form> out, Tense tense, String first) {
    add(out, tense, Person.NOBODY, false, first);
    add(out, tense, Person.YOU, false, first + "s");
    add(out, tense, Person.WE, false, first + "mos");
    add(out, tense, Person.THEY, false, first + "n");
  }

  private static void five(List<Form> out, Tense tense, List<String> forms) {
    for (int k = 0; k < FIVE.length; k++) {
      add(out, tense, FIVE[k], false, forms.get(k));
    }
  }

  private static void add(List<Form> out, Tense tense, Person person, boolean bare, String text) {
    out.add(new Form(text, tense, person, bare));
  }

  private List<String> regularPresent() {
    String strong = changed(change.split("/")[0]);
    String y = isUir() ? "y" : "";
    if (isAr()) {
      return List.of(strong + "o", strong + "as", strong + "a", root() + "amos", strong + "an");
    }
    String we = root() + (isEr() ? "emos" : "imos");
    strong += y;
    return List.of(hardened(strong) + "o", strong + "es", strong + "e", we, strong + "en");
  }

  private List<String> regularPreterite() {
    String r = root();
    if (isAr()) {
      return List.of(softened(r) + "é", r + "aste", r + "ó", r + "amos", r + "aron");
    }
    String third = isIr() ? weak() : r;
    String i = endsInVowel() ? "y" : "i";
    return List.of(r + "í", r + "iste", third + i + "ó", r + "imos", third + i + "eron");
  }

  private String regularGerund() {
    if (isAr()) {
      return root() + "ando";
    }
    return (isIr() ? weak() : root()) + (endsInVowel() ? "yendo" : "iendo");
  }

  private String one(String name, String regular) {
    return listed.getOrDefault(name, List.of(regular)).get(0);
  }

  private String weak() {
    return change.isEmpty() ? root() : changed(change.substring(change.indexOf('/') + 1));
  }

  private String changed(String to) {
    if (to.isEmpty()) {
      return root();
    }
    String r = root();
    int at = to.charAt(0) == 'u' ? Math.max(r.lastIndexOf('o'), lastU(r)) : r.lastIndexOf('e');
    return at < 0 ? r : r.substring(0, at) + to + r.substring(at + 1);
  }

  /** Returns the index of the last sounded u: that of jugar, not the silent one of rogue. */
  private static int lastU(String root) {
    return root.indexOf('o') >= 0 ? -1 : root.lastIndexOf('u');
  }

  /** Returns the stem of an -ar verb before e: {@code toc- -> toqu-}. */
  private static String softened(String stem) {
    String head = stem.substring(0, Math.max(0, stem.length() - 1));
    return switch (stem.isEmpty() ? ' ' : stem.charAt(stem.length() - 1)) {
      case 'c' -> head + "qu";
      case 'g' -> head + "gu";
      case 'z' -> head + "c";
      default -> stem;
    };
  }

  /**
   * Returns the stem of an -er or -ir verb before o and a: {@code conoc- -> conozc-, cog- -> coj-}.
   */
  private static String hardened(String stem) {
    int n = stem.length();
    if (stem.endsWith("gu")) {
      return stem.substring(0, n - 1);
    }
    if (stem.endsWith("g")) {
      return stem.substring(0, n - 1) + "j";
    }
    if (stem.endsWith("c") && n > 1) {
      return stem.substring(0, n - 1) + ("aeiou".indexOf(stem.charAt(n - 2)) >= 0 ? "zc" : "z");
    }
    return stem;
  }

  private String root() {
    return infinitive.substring(0, infinitive.length() - 2);
  }

  private boolean isAr() {
    return infinitive.endsWith("ar");
  }

  private boolean isEr() {
    return infinitive.endsWith("er");
  }

  private boolean isIr() {
    return !isAr() && !isEr();
  }

  private boolean isUir() {
    return infinitive.endsWith("uir") && !infinitive.endsWith("guir");
  }

  private boolean endsInVowel() {
    String r = root();
    return !r.isEmpty() && "aeou".indexOf(r.charAt(r.length() - 1)) >= 0 && !r.endsWith("gu");
  }
}
