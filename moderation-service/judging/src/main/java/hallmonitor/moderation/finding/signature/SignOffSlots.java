package hallmonitor.moderation.finding.signature;

import static hallmonitor.moderation.finding.signature.SigningWords.WORDS;

import hallmonitor.moderation.finding.name.GivenNames;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.name.NameTokens.Seam;
import hallmonitor.moderation.finding.name.Titles;
import hallmonitor.moderation.finding.rule.Slots;
import java.util.Set;

/**
 * What the slots of {@code patterns/sign-offs.txt} hold. A signer is only where a signature begins:
 * how far it goes depends on the form.
 */
record SignOffSlots(NameTokens tokens) implements Slots {
  private static final int MOST_WORDS = 5;

  /** Words before the office of the person who is named after it. */
  private static final Set<String> HIS_OFFICE = WORDS.of("his-office");

  private static final Set<String> TAGGED = WORDS.of("tagged");
  private static final Set<String> US = WORDS.of("us");

  @Override
  public int end(String slot, int at) {
    if (slot.equals("officer")) {
      return afterOfficer(at);
    }
    return at < tokens.count() && holds(slot, at) ? at + 1 : -1;
  }

  @Override
  public boolean isAside(String slot) {
    return switch (slot) {
      case "word", "those", "officer" -> true;
      default -> false;
    };
  }

  private boolean holds(String slot, int at) {
    String word = tokens.plain(at);
    String next = tokens.plain(at + 1);
    boolean joined = tokens.before(at + 1) == Seam.SPACE;
    return switch (slot) {
      case "word", "signer" -> true;
      case "those" -> Roles.isMany(word) || isOffice(word) || US.contains(word);
      case "capitals" -> tokens.isCapital(at) && tokens.isCapital(at + 1);
      case "full" -> isFull(at) || Titles.of(word) == Titles.COURTESY && isFull(at + 1);
      case "two" -> at + 2 == tokens.count() && joined && isGiven(at);
      case "yours" ->
          (word.equals("your") || word.equals("su") || word.equals("tu"))
              && Roles.of(next) != Titles.NONE
              && !NamePhrase.isLink(next)
              && at + 2 < tokens.count();
      case "tagged" -> joined && TAGGED.contains(next + " " + tokens.plain(at + 2)) && isGiven(at);
      default -> throw new IllegalArgumentException("there is no slot <" + slot + ">");
    };
  }

  /**
   * {@code Her mother}, {@code Your new treasurer}, {@code Lea's mother}: a clause up to a comma.
   */
  private int afterOfficer(int at) {
    String first = tokens.plain(at);
    boolean his =
        HIS_OFFICE.contains(first)
            || first.endsWith("'s")
            || KinName.owns(first, tokens.plain(at + 1))
            || Roles.of(first).compareTo(Titles.BESIDE) < 0
            || Roles.isMany(first);
    boolean office = false;
    int end = at;
    while (his && end < tokens.count() && (end == at || tokens.before(end) == Seam.SPACE)) {
      String word = tokens.plain(end++);
      office |= isOffice(word) || KinName.isKin(word) || Roles.isMany(word);
    }
    return office && end - at <= MOST_WORDS ? end : -1;
  }

  private static boolean isOffice(String word) {
    return Roles.of(word).compareTo(Titles.STAFF) <= 0;
  }

  private boolean isGiven(int at) {
    return tokens.isCapital(at) && GivenNames.isPossible(tokens.plain(at));
  }

  private boolean isFull(int at) {
    return isGiven(at)
        && tokens.isCapital(at + 1)
        && tokens.before(at + 1) == Seam.SPACE
        && Roles.of(tokens.plain(at + 1)) == Titles.NONE;
  }
}
