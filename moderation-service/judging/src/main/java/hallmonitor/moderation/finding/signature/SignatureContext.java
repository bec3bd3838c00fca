package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.signature.SignOff.Form;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a comment says beside its signature, which tells a signature from a name that is spoken to
 * or of.
 *
 * @param text the whole text, small and without accents
 * @param before what stands before the signature, as written
 * @param last the last sentence of that, small and without accents
 * @param exclaimed whether the signature is, or what follows it
 * @param capital whether the signature begins with one
 */
record SignatureContext(
    String text, String before, String last, boolean exclaimed, boolean capital) {
  /** What is said to somebody: a name after it is whom it is said to. */
  private static final Pattern ADDRESSED =
      Pattern.compile(
          "\\b(?:thank|thanks|thx|congrat[a-z]{0,15}|happy|welcome (?:to|back|home)|love|miss|best|proud|way to go|"
              + "good luck|great|nice|awesome|amazing|sweet|bless|vote for|gracias|felici[a-z]{0,12}|feliz|"
              + "bienvenid[oa]s?|bendicion|orgullos[oa]|viva|querid[oa]|suerte|animo)\\b");

  private static final Pattern THANKED =
      Pattern.compile(
          "\\b(?:thank|thanks|thx|congrat[a-z]{0,15}|happy|hi|hello|hey|gracias|felici[a-z]{0,12}|feliz|hola|querid[oa])\\b");

  /** Before thanks it shows that they are said to whoever is named after them. */
  private static final Pattern PRAISE =
      Pattern.compile(
          "\\b(?:you|your|u|ur|what an?|congrat[a-z]{0,15}|happy|love|miss|best|proud|great|nice|awesome|amazing|sweet|"
              + "wonderful|beautiful|incredible|season|felici[a-z]{0,12}|feliz|orgullos[oa]|lind[oa]s?|bonit[oa]s?|"
              + "hermos[oa]s?|excelentes?|increibles?|que buen[oa]?|usted|te|le)\\b");

  /** A name after it is the one that is chosen: {@code I know who did it. Ann Lee}. */
  private static final Pattern CHOOSES =
      Pattern.compile(
          "(?<!\\bme |\\bfui yo )\\b(?:who|guess|vot(?:e|ed|es|ing|ar|are|o)|quien|adivinen?|elegid[oa]|winner|ganador[a]?|nominate|nomino)\\b");

  /** A name after it is the one that is meant: {@code I miss my first teacher. Ann Lee}. */
  private static final Pattern MEANS =
      Pattern.compile(
          "\\b(?:favou?rit[eoa]s?|fav|crush|never forget|nunca olvid[a-z]{1,6}|(?:was|is) an? (?:saint|angel|hero|legend|gem)|neighbou?rs?)\\b"
              + "|\\b(?:ever|him|her|ella|el|one|person|teacher|coach|name|nombre|maestr[oa])$");

  private static final Pattern FIRST_PERSON =
      Pattern.compile(
          "\\b(?:i|i'm|im|i'll|i've|i'd|my|me|we|our|us|yo|mi|mis|nos|nuestr[oa]s?|pido|doy|apoyo|prometo|confieso|"
              + "vendo|pongo|cancelo|ordeno|autorizo|declaro|digo|quiero|soy|estoy|tengo|voy|informo|acepto|odio|"
              + "renuncio|ya no)\\b");

  private static final Pattern SAYS_I = Pattern.compile("\\b(?:i|i'm|im|i'll|i've)\\b");

  private static final Pattern WE =
      Pattern.compile(
          "\\b(?:we|we're|we've|we'll|our|us|nos|nosotr[oa]s|nuestr[oa]s?|[a-z]{2,20}[aei]mos)\\b");

  private static final Pattern GAME =
      Pattern.compile(
          "\\b(?:beat|play|against|vs|games?|watch|team|win|won|lose|lost|fans?|partido|juego|juegan?|gan[a-z]{1,6}|"
              + "equipo|contra|go)\\b");

  private static final Pattern REQUEST =
      Pattern.compile("\\b(?:please|pls|por favor|favor de|pido)\\b");

  private static final Pattern TO_ONE =
      Pattern.compile("\\b(?:you|u|ur|your|you're|te|ti|tu|usted|su)\\b");

  private static final Set<String> SOFT = WORDS.of("soft");

  private static final int SHORT = 20;
  private static final int A_SENTENCE = 12;

  static SignatureContext of(String text, String light, int from) {
    String before = text.substring(0, from);
    return new SignatureContext(
        light,
        before,
        Ending.lastSentence(before),
        text.indexOf('!', Math.max(0, from - 1)) >= 0,
        Character.isUpperCase(text.charAt(from)));
  }

  /** Whether the last sentence is said to whoever is named after it. */
  boolean isAddressed(Form form, boolean handle) {
    boolean thanked = THANKED.matcher(last).find();
    return form == Form.LINE
        ? thanked
        : ADDRESSED.matcher(last).find() && (!handle || thanked || isToOne());
  }

  /** A few words of praise, or words with a {@code you}, are said to somebody. */
  private boolean isToOne() {
    return last.length() < SHORT || TO_ONE.matcher(last).find();
  }

  /** Whether thanks that end the text are its writer's way to close: it praises nobody. */
  boolean closesWithThanks() {
    int rest = Ending.beforeLastSentence(before);
    return !exclaimed
        && rest > A_SENTENCE
        && !PRAISE.matcher(text.substring(0, Math.min(rest, text.length()))).find();
  }

  boolean means() {
    return MEANS.matcher(last).find() || before.stripTrailing().endsWith("?");
  }

  /** Whether a name after the last sentence is somebody whom it chooses. */
  boolean chooses() {
    return CHOOSES.matcher(last).find();
  }

  /** {@code Saludos, ...}: as often said to somebody. */
  boolean isSoft() {
    return before.stripTrailing().endsWith(",")
        && SOFT.contains(last.substring(last.lastIndexOf(' ') + 1));
  }

  boolean isFirstPerson() {
    return FIRST_PERSON.matcher(text).find();
  }

  boolean saysI() {
    return SAYS_I.matcher(text).find();
  }

  /** Whether several speak, and not of a game. */
  boolean isOfSeveral() {
    return WE.matcher(text).find() && !GAME.matcher(text).find();
  }

  boolean isRequest() {
    return REQUEST.matcher(text).find();
  }

  boolean endsSentence() {
    return before.chars().anyMatch(c -> c == '.' || c == '!' || c == '?' || c == '\n');
  }
}
