package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import java.util.Set;
import java.util.stream.IntStream;

/** What follows a name and may be an office, a place or a class: {@code , dentist}. */
final class OfficeClause {
  private static final int MOST_WORDS = 5;

  private static final Set<String> CALLING = WORDS.of("calling");
  private static final Set<String> FIRST = WORDS.of("first-person");
  private static final Set<String> NO_ROLE = WORDS.of("no-role");

  private OfficeClause() {}

  /** Returns the index after its last word; -1 if none begins here. */
  static int end(NameTokens tokens, int at) {
    boolean another =
        tokens.before(at) == Seam.COMMA
            && tokens.isCapital(at)
            && GivenNames.isPossible(tokens.plain(at));
    int end = at;
    while (!another
        && end < Math.min(tokens.count(), at + MOST_WORDS)
        && (end == at || isJoined(tokens.before(end)))
        && isOfIt(tokens.plain(end))) {
      end++;
    }
    return end == at ? -1 : end;
  }

  /** Returns the same; also -1 if it is not an office. */
  static int endOfRole(NameTokens tokens, int at) {
    int end = end(tokens, at);
    return hasOffice(tokens, at, end) ? end : -1;
  }

  private static boolean isJoined(Seam seam) {
    return seam == Seam.SPACE || seam == Seam.COMMA || seam == Seam.PARENTHESIS;
  }

  /** Not {@code , you are great}, nor {@code , I am here}. */
  private static boolean isOfIt(String word) {
    return !FIRST.contains(word) && !CALLING.contains(word) && !NO_ROLE.contains(word);
  }

  /** Returns whether an office or a relation stands there. */
  static boolean hasRole(NameTokens tokens, int from, int to) {
    return IntStream.range(from, to).mapToObj(tokens::plain).anyMatch(Roles::isRole);
  }

  /** Returns whether an office or a word for a group stands there. */
  static boolean hasOffice(NameTokens tokens, int from, int to) {
    return IntStream.range(from, to).mapToObj(tokens::plain).anyMatch(Roles::isOffice);
  }
}
