package hallmonitor.moderation.console.records;

import hallmonitor.moderation.casework.LeftOut;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.store.Disposal;
import hallmonitor.moderation.store.Disposals.Asked;
import hallmonitor.moderation.store.RecordSelection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Looks at what a disposal would do, by the same rules by which it is carried out. */
@ApplicationScoped
public class Previews {
  private static final int EXAMPLES = 20;

  private final ConsoleDatabase database;
  private final Places places;

  Previews(ConsoleDatabase database, Places places) {
    this.database = database;
    this.places = places;
  }

  Preview of(Asked asked) {
    return of(asked.selection(places.all()));
  }

  Preview of(Disposal disposal) {
    return of(disposal.selection(places.all()));
  }

  private Preview of(RecordSelection selection) {
    return database.read(
        h -> {
          Map<Optional<LeftOut>, Long> counts = selection.counts(h);
          Map<LeftOut, Long> left = new EnumMap<>(LeftOut.class);
          counts.forEach((why, n) -> why.ifPresent(reason -> left.put(reason, n)));
          return new Preview(
              counts.getOrDefault(Optional.<LeftOut>empty(), 0L),
              Left.of(left),
              selection.examples(h, EXAMPLES).stream().map(Preview.Shown::new).toList());
        });
  }
}
