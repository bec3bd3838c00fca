package hallmonitor.moderation.finding;

import hallmonitor.moderation.wording.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why an attack belongs to a pile-on. A finding stores the reason in English with its numbers; a
 * page reads them from it, to say them in the reader's language.
 */
public final class PileOnReason {
  private static final Sentence MAKES =
      Sentence.of(
          "Within {1} minutes {2} people have attacked the same person, each perhaps mildly; this"
              + " comment makes it a pile-on.",
          "", "");
  private static final Sentence ADDS =
      Sentence.of(
          "Within {1} minutes {2} people have attacked the same person, each perhaps mildly; this"
              + " comment adds to that pile-on.",
          "", "");

  private PileOnReason() {}

  /**
   * Returns the reason as a finding stores it.
   *
   * @param people including the author of this comment
   * @param completes whether this comment makes the pile-on, and does not join one
   */
  public static String of(Duration within, int people, boolean completes) {
    return filled(
            completes ? MAKES : ADDS, Long.toString(within.toMinutes()), Integer.toString(people))
        .toString();
  }

  /** Reads a stored reason; empty if it is another one. */
  static Optional<Sentence> read(String reason) {
    return List.of(MAKES, ADDS).stream()
        .flatMap(
            form ->
                pattern(form)
                    .matcher(reason)
                    .results()
                    .map(found -> filled(form, found.group(1), found.group(2))))
        .findFirst();
  }

  private static Pattern pattern(Sentence form) {
    return Pattern.compile("^" + form.english().replaceAll("\\{\\d}", "(\\\\d+)") + "$");
  }

  private static Sentence filled(Sentence form, String minutes, String people) {
    return form.with(List.of(minutes, people));
  }
}
