package hallmonitor.moderation.finding.stance;

import hallmonitor.moderation.finding.LocalNames;
import hallmonitor.moderation.finding.file.PhraseFile;
import hallmonitor.moderation.text.PhraseSplitter;
import java.util.List;

/**
 * A simple, rule-based measure of stance. It counts words of praise and criticism, inverts negated
 * ones, and the majority decides. It compares groups of comments and does not judge a single one:
 * it misses irony and any criticism without a critical word ("Six administrators for 900 kids"). It
 * finds about a quarter of the corpus's criticism, blunt more often than dry, so its rates describe
 * blunt critics. See deploy/docs/operate/policy.md for figures.
 */
public final class StanceRules {
  private enum Kind {
    INSTITUTION("institution", 0, false),
    CRITICAL("critical", -1, false),
    PLAINLY_CRITICAL("plainly critical", -1, true),
    SUPPORTIVE("supportive", 1, false),
    PLAINLY_SUPPORTIVE("plainly supportive", 1, true),
    DENIAL("denial", 0, false);

    private final String heading;
    private final int sign;
    private final boolean plain;

    Kind(String heading, int sign, boolean plain) {
      this.heading = heading;
      this.sign = sign;
      this.plain = plain;
    }
  }

  private static final String FILE = "/stance/words.txt";
  private static final int DENIAL_REACHES = 3;

  /** More than a comment needs; bounds the work on a hostile one. */
  private static final int MOST_CHARS = 4_000;

  private final PhraseSplitter<Kind> phrases = new PhraseSplitter<>();

  /**
   * Reads the rules.
   *
   * @param names names of the district's people and schools
   */
  public StanceRules(LocalNames names) {
    List<PhraseFile.Section> sections = PhraseFile.read(FILE);
    for (Kind kind : List.of(Kind.PLAINLY_CRITICAL, Kind.PLAINLY_SUPPORTIVE)) {
      add(sections, kind); // first, because a phrase keeps its first meaning
    }
    for (Kind kind : Kind.values()) {
      add(sections, kind);
    }
    names.staff().forEach(this::addName);
    names.schoolsAndTeams().forEach(this::addName);
  }

  private void add(List<PhraseFile.Section> sections, Kind kind) {
    sections.stream()
        .filter(section -> section.name().equals(kind.heading))
        .forEach(s -> s.phrases().forEach(phrase -> phrases.add(phrase, kind)));
  }

  private void addName(String name) {
    if (!PhraseSplitter.words(name).isEmpty()) {
      phrases.add(String.join(" ", PhraseSplitter.words(name)), Kind.INSTITUTION);
    }
  }

  public Stance of(String text) {
    boolean institution = false;
    int plainly = 0;
    int more = 0;
    for (String sentence :
        text.substring(0, Math.min(text.length(), MOST_CHARS)).split("[.!?;\n]")) {
      int denied = -1;
      for (PhraseSplitter.Match<Kind> match : phrases.in(sentence)) {
        Kind kind = match.value();
        int sign = sign(kind, denied >= 0 && match.at() - denied <= DENIAL_REACHES);
        institution |= kind == Kind.INSTITUTION;
        denied = kind == Kind.DENIAL ? match.at() : denied;
        plainly += kind.plain ? sign : 0;
        more += kind.plain ? 0 : sign;
      }
    }
    int sum = plainly + (institution ? more : 0);
    return sum < 0 ? Stance.CRITICAL : sum > 0 ? Stance.SUPPORTIVE : Stance.NEITHER;
  }

  /** "Not good" is criticism, but "not corrupt" is hardly praise. */
  private static int sign(Kind kind, boolean denied) {
    return denied ? Math.min(0, -kind.sign) : kind.sign;
  }
}
