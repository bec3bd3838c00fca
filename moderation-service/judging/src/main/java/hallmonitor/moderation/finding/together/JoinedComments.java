package hallmonitor.moderation.finding.together;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Consecutive comments by one author under one post, read as one text. The joined text is our
 * reading and not the author's sentence. So it counts only if it says clearly more than the pieces,
 * its score is capped at {@link #SUREST} so that it hides nothing by itself that needs a sure
 * finding, and it never lowers a finding.
 *
 * @param whole the pieces, oldest first
 * @param others the same without the present comment
 * @param from start of the present comment in the whole
 * @param to end of the present comment in the whole
 */
public record JoinedComments(Comment whole, Comment others, int pieces, int from, int to) {
  /** Detector name of its findings. */
  public static final String NAME = "read together";

  /** Most comments joined with the present one: enough for a long word letter by letter. */
  public static final int MOST_PIECES = 12;

  /** Highest score. A joined reading leads to review; one in ten of the surest may be wrong. */
  public static final double SUREST = 0.9;

  /** Longest piece, in UTF-16 units. Authors who write more in one comment do not split words. */
  private static final int LONGEST_PIECE = 60;

  private static final int MOST_WORDS = 10;

  /** Pieces up to this length are letters and syllables and are joined without spaces. */
  private static final int SYLLABLE = 3;

  /**
   * Lowest score that counts: where the default policy notifies someone of danger. The whole must
   * also say clearly more than each part, or it is noise of the model.
   */
  private static final double LEAST = 0.25;

  private static final double CLEARLY_MORE = 0.2;

  /**
   * Categories that can be split over comments, or stand in a picture. Signatures and advertising
   * belong to one comment, and a number in one comment with a name in the next is rarely private
   * information.
   */
  static final Set<Category> SAID =
      Set.of(
          Category.PROFANITY,
          Category.THREAT,
          Category.THREAT_REPORT,
          Category.BULLYING,
          Category.HATE,
          Category.SEXUAL,
          Category.SELF_HARM,
          Category.ABUSE_DISCLOSURE);

  /** Returns whether a text is short enough to be a piece. */
  public static boolean isPiece(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_PIECE) {
      return false;
    }
    int words = 1;
    for (int i = 1; i < stripped.length(); i++) {
      words +=
          Character.isWhitespace(stripped.charAt(i))
                  && !Character.isWhitespace(stripped.charAt(i - 1))
              ? 1
              : 0;
    }
    return words <= MOST_WORDS;
  }

  /**
   * Joins the pieces that follow each other, as long as a sentence may continue from one to the
   * next. A longer comment or a complete sentence ends the run.
   *
   * @param before the author's earlier comments, oldest first
   * @param after the later ones, if this one was edited
   * @return empty if there is nothing to join
   */
  public static Optional<JoinedComments> of(
      Comment present, List<String> before, List<String> after) {
    if (!isPiece(present.text())) {
      return Optional.empty();
    }
    int first = before.size();
    String next = present.text();
    while (first > 0
        && before.size() - first < MOST_PIECES
        && goesOn(before.get(first - 1), next)) {
      first--;
      next = before.get(first);
    }
    List<String> pieces = new ArrayList<>(before.subList(first, before.size()));
    int place = pieces.size();
    pieces.add(present.text());
    for (int i = 0; i < after.size() && pieces.size() <= MOST_PIECES; i++) {
      if (!goesOn(pieces.get(pieces.size() - 1), after.get(i))) {
        break;
      }
      pieces.add(after.get(i));
    }
    return pieces.size() == 1 ? Optional.empty() : Optional.of(join(present, pieces, place));
  }

  private static boolean goesOn(String earlier, String later) {
    return isPiece(earlier) && isPiece(later) && Continuation.goesOn(earlier, later);
  }

  private static JoinedComments join(Comment present, List<String> pieces, int place) {
    boolean syllables = pieces.stream().allMatch(JoinedComments::isSyllable);
    String between = syllables ? "" : " ";
    StringBuilder whole = new StringBuilder();
    List<String> others = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (int i = 0; i < pieces.size(); i++) {
      String piece = pieces.get(i).strip();
      whole.append(i == 0 ? "" : between);
      if (i == place) {
        from = whole.length();
        to = from + piece.length();
      } else {
        others.add(piece);
      }
      whole.append(piece);
    }
    return new JoinedComments(
        saying(present, whole.toString()),
        saying(present, String.join(between, others)),
        pieces.size(),
        from,
        to);
  }

  private static boolean isSyllable(String piece) {
    String stripped = piece.strip();
    return stripped.length() <= SYLLABLE && stripped.chars().noneMatch(Character::isWhitespace);
  }

  /** Returns the comment as if it said this. */
  static Comment saying(Comment present, String text) {
    return Comment.of(
            text, present.author(), present.post(), present.parent(), present.accountKind())
        .where(present.names());
  }

  /** Returns whether the whole says clearly more than a part. */
  public static boolean saysMore(List<Finding> part, List<Finding> whole) {
    return !more(part, whole).isEmpty();
  }

  private static Collection<Finding> more(List<Finding> parts, List<Finding> whole) {
    Map<Category, Double> known = new EnumMap<>(Category.class);
    parts.forEach(f -> known.merge(f.category(), f.score(), Math::max));
    Map<Category, Finding> strongest = new EnumMap<>(Category.class);
    for (Finding finding : whole) {
      double before = known.getOrDefault(finding.category(), 0.0);
      if (SAID.contains(finding.category())
          && finding.score() >= Math.max(LEAST, before + CLEARLY_MORE)) {
        strongest.merge(finding.category(), finding, (a, b) -> b.score() > a.score() ? b : a);
      }
    }
    return strongest.values();
  }

  /**
   * Returns findings that the whole has but neither the present comment nor the others have, so
   * that the same words raise no second alarm. Includes a detector failure on the joined text.
   *
   * @param present the comment that the spans refer to
   */
  public List<Finding> onlyTogether(
      Comment present, List<Finding> alone, List<Finding> inOthers, List<Finding> inWhole) {
    List<Finding> inParts = new ArrayList<>(alone);
    inParts.addAll(inOthers);
    List<Finding> only = new ArrayList<>(0);
    more(inParts, inWhole).forEach(f -> only.add(togetherOnly(present, f)));
    only.addAll(failures(alone, inOthers, inWhole));
    return only;
  }

  private static List<Finding> failures(
      List<Finding> alone, List<Finding> inOthers, List<Finding> inWhole) {
    Map<String, Finding> failed = new LinkedHashMap<>();
    for (List<Finding> found : List.of(inOthers, inWhole)) {
      found.stream()
          .filter(f -> f.category() == Category.DETECTOR_FAILURE)
          .forEach(f -> failed.put(f.detector(), f));
    }
    alone.stream()
        .filter(f -> f.category() == Category.DETECTOR_FAILURE)
        .forEach(f -> failed.remove(f.detector()));
    return List.copyOf(failed.values());
  }

  private Finding togetherOnly(Comment present, Finding finding) {
    int earlier = pieces - 1;
    Sentence beside =
        earlier == 1
            ? Sentence.of("It is found only together with the comment its author wrote beside it.")
            : Sentence.of(
                "It is found only together with the comments its author wrote beside it.");
    return new Finding(
        finding.category(),
        Math.min(SUREST, finding.score()),
        NAME,
        within(present.text(), finding.spans()),
        beside + " " + finding.why());
  }

  /** Returns the parts of the spans in the present comment, or all of it if there are none. */
  private List<Span> within(String text, List<Span> spans) {
    int shift = text.length() - text.stripLeading().length() - from;
    List<Span> cut =
        spans.stream()
            .filter(s -> s.from() < to && s.to() > from)
            .map(s -> new Span(Math.max(s.from(), from) + shift, Math.min(s.to(), to) + shift))
            .toList();
    return cut.isEmpty() ? List.of(new Span(from + shift, to + shift)) : cut;
  }
}
