package hallmonitor.moderation.console.records;

import hallmonitor.moderation.casework.RetentionExemption;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.store.records.Disposal;
import hallmonitor.moderation.store.records.Disposals.DisposalRequest;
import hallmonitor.moderation.store.records.RecordSelection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Computes a disposal's effects by the same rules that carry it out. */
@ApplicationScoped
public class DisposalPreviews {
  private static final int EXAMPLES = 20;

  /** More records are not looked at, so that the page opens at once; carrying it out does. */
  private static final int MOST = 10_000;

  private final ConsoleDatabase database;
  private final RecordPlaces places;

  DisposalPreviews(ConsoleDatabase database, RecordPlaces places) {
    this.database = database;
    this.places = places;
  }

  DisposalPreview of(DisposalRequest asked) {
    return of(asked.selection(places.all()));
  }

  DisposalPreview of(Disposal disposal) {
    return of(disposal.selection(places.all()));
  }

  private DisposalPreview of(RecordSelection selection) {
    return database.read(
        h -> {
          Map<Optional<RetentionExemption>, Long> counts = selection.counts(h, MOST);
          Map<RetentionExemption, Long> left = new EnumMap<>(RetentionExemption.class);
          counts.forEach((why, n) -> why.ifPresent(reason -> left.put(reason, n)));
          long looked = counts.values().stream().mapToLong(n -> n).sum();
          return new DisposalPreview(
              looked == MOST,
              counts.getOrDefault(Optional.<RetentionExemption>empty(), 0L),
              ExemptCount.of(left),
              selection.examples(h, MOST, EXAMPLES).stream()
                  .map(DisposalPreview.Shown::new)
                  .toList());
        });
  }
}
