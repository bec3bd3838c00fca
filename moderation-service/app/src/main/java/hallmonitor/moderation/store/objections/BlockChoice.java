package hallmonitor.moderation.store.objections;

import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which block a person decides about. Authors can change their names at any time, so a decision
 * holds only for the blocks that were on the page.
 *
 * @param shown the blocks that were on the page
 * @param chosen the id of one, {@value #NONE} for none of several, or empty
 */
public record BlockChoice(List<UUID> shown, String chosen) {
  public static final String NONE = "none";

  public BlockChoice {
    shown = List.copyOf(shown);
  }

  /**
   * Returns the chosen block; empty if the decision is about none that is known.
   *
   * @param known the blocks that the appeal may be about now
   * @throws CaseChanged if they are others than were shown
   * @throws NotLegal if none is chosen
   */
  Optional<UUID> among(Set<UUID> known) {
    if (!known.equals(Set.copyOf(shown))) {
      throw new CaseChanged(
          Sentence.of("The blocks under this name have changed. Look at them again, then decide."));
    }
    if (known.isEmpty() || known.size() > 1 && chosen.equals(NONE)) {
      return Optional.empty();
    }
    Optional<UUID> one = known.stream().filter(id -> chosen.equals(id.toString())).findFirst();
    return Optional.of(
        one.orElseThrow(
            () -> new NotLegal(Sentence.of("Choose the block that the appeal is about."))));
  }
}
