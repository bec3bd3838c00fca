package hallmonitor.moderation.casework.redaction;

import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.text.NormalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Illnesses and what is taken for them, in sentences that speak of a person. The detector of
 * private facts looks for fewer, since it judges; here a person checks each place.
 */
final class IllnessPlaces {
  private static final Pattern ILLNESS =
      Pattern.compile(
          "\\b(?:asthma(?:tic)?|inhalers?|nebulizers?|allerg(?:y|ies|ic)|anaphyla[a-z]+|migraines?|anxiety|concussions?"
              + "|eczema|psoriasis|anemia|arthritis|scoliosis|pneumonia|bronchitis|meningitis|celiac|colitis|hemophilia"
              + "|thyroid|cerebral palsy|muscular dystrophy|spina bifida|autis(?:m|tic)|adhd|diabet(?:es|ic)|epilep(?:sy|tic)"
              + "|seizures?|leukemia|cancer|lupus|hiv|bipolar|ptsd|ocd|dyslexi[ac]|speech impediment|hearing aids?|pregnant"
              + "|chemo(?:therapy)?|dialysis|insulin|epipens?"
              + "|asma|asmatic[oa]s?|inhalador(?:es)?|nebulizador|alergias?|alergic[oa]s?|migra[nñ]as?|ansiedad"
              + "|conmocion cerebral|eccema|artritis|escoliosis|neumonia|bronquitis|celiac[oa]s?|hemofilia|tiroides"
              + "|paralisis cerebral|autismo|autistas?|tdah|diabetic[oa]s?|epilepsia|epileptic[oa]s?|convulsiones|leucemia"
              + "|vih|dislexia|tartamud[a-z]+|embarazada|quimio(?:terapia)?|dialisis|insulina)\\b");

  private static final Pattern PERSONAL =
      Pattern.compile(
          "\\b(?:i|i'm|im|he|he's|hes|she|she's|shes|him|his|her|my|our|who|has|had|sons?|daughters?|kids?|child|brother"
              + "|sister|mom|dad|mother|father|boy|girl|student|teacher|ella|su|sus|mi|mis|tiene|tenia|tengo|padece|sufre"
              + "|hij[oa]s?|ni[nñ][oa]s?|herman[oa]s?|mama|papa|alumn[oa]|estudiante|maestr[oa])\\b");

  /** "He" in Spanish: with its accent as written, or before a verb. Else it is an article. */
  private static final Pattern HE =
      Pattern.compile(
          "(?<!\\p{L})(?:é|e\\u0301|e(?=l\\s+(?:es|era|esta|está|estaba|fue|toma|tomaba|usa|usaba|necesita|lleva|no|se"
              + "|le|lo|ya|siempre|tambien|también)\\b))l(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+");

  private IllnessPlaces() {}

  /**
   * Returns them in order.
   *
   * @param names where the text names people
   */
  static List<Span> in(String text, List<Span> names) {
    NormalizedText light = NormalizedText.of(text);
    List<Span> places = new ArrayList<>();
    Matcher sentence = SENTENCE.matcher(light.text());
    while (sentence.find()) {
      Matcher illness = ILLNESS.matcher(sentence.group());
      while (illness.find()) {
        Span written = original(light, sentence.start(), sentence.end());
        if (PERSONAL.matcher(sentence.group()).find()
            || HE.matcher(written.of(text)).find()
            || isNamed(names, written)) {
          places.add(
              original(
                  light, sentence.start() + illness.start(), sentence.start() + illness.end()));
        }
      }
    }
    return places;
  }

  private static Span original(NormalizedText light, int from, int to) {
    return new Span(light.originalFrom(from), light.originalTo(to));
  }

  private static boolean isNamed(List<Span> names, Span sentence) {
    return names.stream().anyMatch(n -> n.from() >= sentence.from() && n.to() <= sentence.to());
  }
}
