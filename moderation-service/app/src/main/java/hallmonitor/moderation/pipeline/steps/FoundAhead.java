package hallmonitor.moderation.pipeline.steps;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.FirstLook;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the look-ahead found in comments that the first look will reach, so that the same detectors
 * do not read the same words at the same place twice. It keeps what fits; the rest is read again.
 * Thread-safe.
 */
public final class FoundAhead {
  /** About 35 MB, for a burst of a hundred thousand comments. */
  private static final int MOST = 120_000;

  /** What was not asked for until then was read by another instance, or with other context. */
  private static final long LONGEST_NANOS = Duration.ofMinutes(2).toNanos();

  private record Found(Detectors by, FirstLook said, long at) {}

  private final Map<WordsInPlace, Found> kept = new LinkedHashMap<>();

  /** Keeps what was found, until the first look asks for it. */
  public void keep(List<CommentFindings> all, RuleSnapshot rules) {
    long now = System.nanoTime();
    for (CommentFindings found : all) {
      if (isWhole(found)) {
        WordsInPlace words = WordsInPlace.of(found.update(), rules);
        keep(
            words,
            new Found(rules.detectors(), new FirstLook(found.findings(), found.danger()), now));
      }
    }
  }

  /** What was read together with other comments depends on them; a failure is no finding. */
  private static boolean isWhole(CommentFindings found) {
    return found.update().toJudge()
        && found.update().beside().isEmpty()
        && found.findings().stream().noneMatch(f -> f.category() == Category.DETECTOR_FAILURE);
  }

  private synchronized void keep(WordsInPlace words, Found found) {
    kept.remove(words); // or it would keep its place among the older ones
    if (kept.size() >= MOST) {
      forgetOld(found.at());
    }
    if (kept.size() < MOST) {
      kept.put(words, found);
    }
  }

  private void forgetOld(long now) {
    Iterator<Found> eldestFirst = kept.values().iterator();
    while (eldestFirst.hasNext() && now - eldestFirst.next().at() > LONGEST_NANOS) {
      eldestFirst.remove();
    }
  }

  /** Returns what these detectors found, and forgets it. */
  Optional<FirstLook> take(CommentUpdate update, RuleSnapshot rules) {
    if (isEmpty() || !update.beside().isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(remove(WordsInPlace.of(update, rules)))
        .filter(found -> found.by() == rules.detectors())
        .map(Found::said);
  }

  private synchronized boolean isEmpty() {
    return kept.isEmpty();
  }

  private synchronized Found remove(WordsInPlace words) {
    return kept.remove(words);
  }
}
