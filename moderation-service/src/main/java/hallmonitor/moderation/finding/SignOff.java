package hallmonitor.moderation.finding;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that a comment is signed with, in its many forms. Bounded expressions only.
 *
 * @param sure from 0 to 1, how sure it is that this form names the author and not somebody else
 */
record SignOff(String name, int from, int to, double sure) {
  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;
  private static final int TAIL = 160;
  private static final String WORD = "[\\p{L}][\\p{L}.'’-]{0,20}";
  private static final String CAPITAL = "\\p{Lu}[\\p{L}.'’-]{0,20}";
  private static final String LINK = "(?:(?:of|de|la|del|y|and|los) ){0,2}";
  private static final String NAMES = CAPITAL + "(?: " + LINK + CAPITAL + "){0,3}";
  private static final String AFTER = "[.!]?(?:,? ?\\(?[\\p{L}0-9 ,.'#]{0,40}\\)?)?\\s{0,3}$";
  private static final String TITLE =
      "(?i:principal|vice principal|superintendent|coach|dean|officer|nurse|mrs?\\.?|ms\\.?|miss|dr\\.?|rev\\.?|"
          + "directora?|subdirectora?|superintendente|entrenador|maestr[ao]|profesora?|enfermera|el coach|la directora|el director|la maestra|la miss|la enfermera|oficial|señora?)";

  private static final Pattern SIGNED =
      Pattern.compile("(?i:\\bsigned|\\bfirmado|\\bfirma|\\bfrom the desk of)(?:[,:]| ?:)? {1,2}(?!by\\b|the letter|your\\b|up\\b|por\\b|el\\b|la\\b)((?:the )?" + WORD + "(?: " + LINK + WORD + "){0,3})" + AFTER, FLAGS);
  private static final Pattern CLOSING =
      Pattern.compile("(?i:\\bsincerely|\\bregards|\\brespectfully|\\byours(?: truly| in faith)?|\\bcordially|\\batentamente|\\bsaludos|\\bcordialmente|\\brespetuosamente)[,:]?\\s{1,3}((?:the |de )?" + NAMES + ")" + AFTER, FLAGS);
  private static final Pattern DASH = Pattern.compile("(?:^|\\s)(?:--|[-–—~])\\s?(" + NAMES + ")" + AFTER, FLAGS);
  private static final Pattern LOVING = Pattern.compile("(?i:\\blove|\\bwith love|\\bcon cariño|\\bthanks), (" + NAMES + ")" + AFTER, FLAGS);
  private static final Pattern INTRODUCED =
      Pattern.compile("(?:^|[.!?¡,] ?)(?i:(?:hi|hello|hola)?,? ?(?:families|everyone|all|a todos)?,? ?(?:this is|it's|its|it's me|soy|les habla|habla|as|yo,|i am|i'm))(?: the| la| el)? (" + TITLE + "(?: " + WORD + "){1,2})", FLAGS);
  private static final Pattern NAMED =
      Pattern.compile("(?i:\\bmy name is|\\bme llamo|\\bmi nombre es) (" + CAPITAL + " " + CAPITAL + ")", FLAGS);

  static Optional<SignOff> in(String text) {
    int start = Math.max(0, text.length() - TAIL);
    String tail = text.substring(start);
    return find(SIGNED, tail, start, 0.95)
        .or(() -> find(CLOSING, tail, start, 0.95))
        .or(() -> find(DASH, tail, start, isQuotation(tail) ? 0 : 0.95))
        .or(() -> find(LOVING, tail, start, 0.6))
        .or(() -> find(INTRODUCED, text.substring(0, Math.min(text.length(), TAIL)), 0, 0.95))
        .or(() -> find(NAMED, text.substring(0, Math.min(text.length(), TAIL)), 0, 0.93));
  }

  private static Optional<SignOff> find(Pattern pattern, String text, int offset, double sure) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && sure > 0
        ? Optional.of(
            new SignOff(matcher.group(1), offset + matcher.start(1), offset + matcher.end(1), sure))
        : Optional.empty();
  }

  /** A saying and who said it: {@code "..." - Maya Angelou}. */
  private static boolean isQuotation(String tail) {
    return tail.chars().anyMatch(c -> c == '"' || c == '“' || c == '”' || c == '«');
  }
}
