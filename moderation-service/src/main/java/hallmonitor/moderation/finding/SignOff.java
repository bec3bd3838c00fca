package hallmonitor.moderation.finding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that a comment is signed with, in its many forms. Bounded expressions only.
 *
 * @param sure from 0 to 1, how sure it is that this form names the author and not somebody else
 */
record SignOff(String name, int from, int to, double sure) {
  private static final int TAIL = 160;
  private static final String WORD = "[\\p{L}][\\p{L}.'’-]{0,20}";
  private static final String CAPITAL = "\\p{Lu}[\\p{L}.'’-]{0,20}";
  private static final String LINK = "(?:(?:of|de|la|del|y|and|los) ){0,2}";
  private static final String NAMES = CAPITAL + "(?: " + LINK + CAPITAL + "){0,3}";
  private static final String AFTER = "[.!]?(?:,? ?\\(?[\\p{L}0-9 ,.'#]{0,40}\\)?)?\\s{0,3}$";
  private static final String TITLE =
      "(?i:principal|vice"
          + " principal|superintendent|coach|dean|officer|nurse|mrs?\\.?|ms\\.?|miss|dr\\.?|rev\\.?|directora?|subdirectora?|superintendente|entrenador|maestr[ao]|profesora?|enfermera|el"
          + " coach|la directora|el director|la maestra|la miss|la enfermera|oficial|señora?)";

  private static final Pattern SIGNED =
      Pattern.compile(
          "(?i:\\bsigned|\\bfirmado|\\bfirma|\\bfrom the desk of)(?:[,:]| ?:)? {1,2}(?!by\\b|the"
              + " letter|your\\b|up\\b|por\\b|el\\b|la\\b)((?:the )?"
              + WORD
              + "(?: "
              + LINK
              + WORD
              + "){0,3})"
              + AFTER);
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i:\\bsincerely|\\bregards|\\brespectfully|\\byours(?: truly| in"
              + " faith)?|\\bcordially|\\batentamente|\\bsaludos|\\bcordialmente|\\brespetuosamente)[,:]?\\s{1,3}((?:the"
              + " |de )?"
              + NAMES
              + ")"
              + AFTER);
  private static final Pattern DASH =
      Pattern.compile("(?:^|\\s)(?:--|[-–—~])\\s?(" + NAMES + ")" + AFTER);
  private static final Pattern LOVING =
      Pattern.compile("(?i:\\blove|\\bwith love|\\bcon cariño|\\bthanks), (" + NAMES + ")" + AFTER);
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?:^|[.!?¡,] ?)(?i:(?:hi|hello|hola)?,? ?(?:families|everyone|all|a todos)?,? ?(?:this"
              + " is|it's|its|it's me|soy|les habla|habla|as|yo,|i am|i'm))(?: the| la| el)? ("
              + TITLE
              + "(?: "
              + WORD
              + "){1,2})");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i:\\bmy name is|\\bme llamo|\\bmi nombre es) (" + CAPITAL + " " + CAPITAL + ")");

  /**
   * One way to sign.
   *
   * @param cues one of these is in every text that is signed so; looked for first, because that is
   *     quick
   */
  private record Form(Pattern pattern, double sure, boolean atEnd, List<String> cues) {
    boolean mayBeIn(String light) {
      return cues.stream().anyMatch(light::contains);
    }
  }

  private static final List<Form> FORMS =
      List.of(
          new Form(SIGNED, 0.95, true, List.of("signed", "firma", "the desk of")),
          new Form(
              CLOSING,
              0.95,
              true,
              List.of(
                  "sincerely", "regards", "respect", "yours", "cordial", "atentamente", "saludos")),
          new Form(DASH, 0.95, true, List.of("-", "~")),
          new Form(LOVING, 0.6, true, List.of("love, ", "love ", "cariño", "thanks, ")),
          new Form(
              INTRODUCED,
              0.95,
              false,
              List.of(
                  "this is ", "it's ", "its ", "soy ", "habla ", "as ", "yo,", "i am ", "i'm ")),
          new Form(NAMED, 0.93, false, List.of("my name is", "me llamo", "mi nombre es")));

  /**
   * @param light the same text, normalised
   */
  static Optional<SignOff> in(String text, String light) {
    for (Form form : FORMS) {
      if (form.mayBeIn(light)) {
        int start = form.atEnd ? Math.max(0, text.length() - TAIL) : 0;
        String part = text.substring(start, Math.min(text.length(), start + TAIL));
        Matcher matcher = form.pattern.matcher(part);
        if (matcher.find() && !(form.pattern == DASH && isQuotation(part))) {
          return Optional.of(
              new SignOff(
                  matcher.group(1), start + matcher.start(1), start + matcher.end(1), form.sure));
        }
      }
    }
    return Optional.empty();
  }

  /** A saying and who said it: {@code "..." - Maya Angelou}. */
  private static boolean isQuotation(String tail) {
    return tail.chars().anyMatch(c -> c == '"' || c == '“' || c == '”' || c == '«');
  }
}
