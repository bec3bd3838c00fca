package hallmonitor.moderation.casework.past;

import hallmonitor.moderation.casework.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one comment, without its words.
 *
 * @param id the platform's id
 * @param parent the platform's id of the comment that it answers; null if it answers none
 * @param firstRead when it was first read
 * @param written when the platform says it was written; empty if it does not count, see {@link
 *     #from}
 * @param texts its texts in any order, kept in that of time; of several at one moment the last, and
 *     no text twice in a row; empty if it was only seen as deleted
 * @param sights what was learned of its visibility, in any order, kept in that of time; what was
 *     learned at one moment in the order given
 */
public record StandingComment(
    String id,
    @Nullable String parent,
    Instant firstRead,
    Optional<Instant> written,
    List<PastText> texts,
    List<PastSight> sights) {
  public StandingComment {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(firstRead, "firstRead");
    Objects.requireNonNull(written, "written");
    texts = inTurn(texts);
    sights = sights.stream().sorted(Comparator.comparing(PastSight::at)).toList();
  }

  private static List<PastText> inTurn(List<PastText> texts) {
    List<PastText> turns = new ArrayList<>();
    for (PastText text : texts.stream().sorted(Comparator.comparing(PastText::at)).toList()) {
      if (last(turns).map(PastText::at).filter(text.at()::equals).isPresent()) {
        turns.remove(turns.size() - 1);
      }
      if (last(turns).map(PastText::name).filter(text.name()::equals).isEmpty()) {
        turns.add(text);
      }
    }
    return List.copyOf(turns);
  }

  private static Optional<PastText> last(List<PastText> texts) {
    return newest(texts, 0);
  }

  /**
   * Returns since when it stands under its post: the platform's own time for a comment that was
   * there before its account was read, and otherwise when it was first read, because on some
   * platforms an author chooses what time is shown.
   */
  public Instant from() {
    return written.filter(w -> w.isBefore(firstRead)).orElse(firstRead);
  }

  /** Returns how it was at a moment; empty if it did not stand there yet. */
  Optional<PastState> at(Instant moment) {
    if (moment.isBefore(from())) {
      return Optional.empty();
    }
    // Before it was read it is taken to have been as it was then: nothing else is known.
    Instant known = moment.isBefore(firstRead) ? firstRead : moment;
    List<PastText> until = texts.stream().filter(t -> !t.at().isAfter(known)).toList();
    PastSpell spell =
        PastSpell.of(firstRead, sights).stream()
            .filter(s -> !s.from().isAfter(known))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    return Optional.of(
        new PastState(newest(until, 0), newest(until, 1), spell, moment.isBefore(firstRead)));
  }

  private static Optional<PastText> newest(List<PastText> texts, int before) {
    int index = texts.size() - 1 - before;
    return index < 0 ? Optional.empty() : Optional.of(texts.get(index));
  }

  /** Returns each moment when something about it changed. */
  Stream<Instant> changes() {
    return Stream.of(
            Stream.of(from()),
            texts.stream().map(PastText::at).filter(at -> at.isAfter(firstRead)),
            PastSpell.of(firstRead, sights).stream()
                .map(PastSpell::from)
                .filter(at -> at.isAfter(firstRead)))
        .flatMap(moments -> moments);
  }

  /**
   * How a comment was at a moment.
   *
   * @param text empty if no text of it was read until then
   * @param before the text before that one; empty if there was none
   * @param spell its visibility then
   * @param assumed whether the moment is before it was first read
   */
  public record PastState(
      Optional<PastText> text, Optional<PastText> before, PastSpell spell, boolean assumed) {
    /** Returns whether the public saw it. */
    public boolean seen() {
      return spell.visibility() == Visibility.VISIBLE;
    }
  }
}
