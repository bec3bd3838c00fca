package hallmonitor.moderation.casework.past;

import hallmonitor.moderation.casework.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A time during which a comment's visibility was the same.
 *
 * @param from when that was learned first
 * @param until when it was learned that it had changed; empty if it has not
 * @param order the order that caused it; empty if none did: then someone acted on the platform
 */
public record PastSpell(
    Visibility visibility, Instant from, Optional<Instant> until, Optional<PastOrder> order) {
  /**
   * Returns the spells of a comment, the oldest first. The first one begins as visible when the
   * comment was first read, unless something else was learned at that moment.
   *
   * @param sights in the order of time
   */
  static List<PastSpell> of(Instant firstRead, List<PastSight> sights) {
    List<PastSpell> spells = new ArrayList<>();
    spells.add(new PastSpell(Visibility.VISIBLE, firstRead, Optional.empty(), Optional.empty()));
    for (PastSight sight : sights) {
      PastSpell last = spells.remove(spells.size() - 1);
      if (last.visibility == sight.visibility()) {
        // How it was when it was first read is no order's doing.
        spells.add(spells.isEmpty() ? last : last.confirmed(sight));
      } else {
        // What was learned at the first reading, or before a text arrived late, is how it began.
        if (sight.at().isAfter(last.from)) {
          spells.add(
              new PastSpell(last.visibility, last.from, Optional.of(sight.at()), last.order));
        }
        spells.add(
            new PastSpell(
                sight.visibility(),
                sight.at().isAfter(firstRead) ? sight.at() : firstRead,
                Optional.empty(),
                sight.order()));
      }
    }
    return spells;
  }

  /**
   * A poll may see the effect of an order before its result arrives. An order that was given when
   * it was so already has caused nothing.
   */
  private PastSpell confirmed(PastSight sight) {
    return order.isPresent()
        ? this
        : new PastSpell(
            visibility, from, until, sight.order().filter(o -> !o.orderedAt().isAfter(from)));
  }
}
