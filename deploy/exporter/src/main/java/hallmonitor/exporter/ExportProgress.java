package hallmonitor.exporter;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Says how far an export is, and about how long the rest takes. */
final class ExportProgress {
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final int CHECKED_AFTER = 1_000;

  private final PrintStream out;
  private final InstantSource clock;
  private Instant began;
  private Instant told;
  private long total;
  private long done;

  ExportProgress(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    began = clock.instant();
    told = began;
  }

  /** Begins with what is missing. */
  void begins(Map<Dataset, Long> expected, BundleManifest manifest) {
    long there = 0;
    for (Dataset dataset : expected.keySet()) {
      there += manifest.records(dataset);
    }
    total = Math.max(0, expected.values().stream().mapToLong(n -> n).sum() - there);
    began = clock.instant();
    told = began;
    out.printf(
        "%s%,d records to write.%n",
        manifest.files().isEmpty() ? "" : "Going on where it stopped. ", total);
  }

  void added(Dataset dataset) {
    done++;
    if (done % CHECKED_AFTER == 0 && !clock.instant().isBefore(told.plus(BETWEEN))) {
      told = clock.instant();
      out.println(line(dataset));
    }
  }

  private String line(Dataset dataset) {
    Duration left =
        Duration.between(began, told).multipliedBy(Math.max(0, total - done)).dividedBy(done);
    return "%,d of %,d records (%s), about %s left"
        .formatted(done, total, dataset.name(), inWords(left));
  }

  static String inWords(Duration time) {
    if (time.toMinutes() < 1) {
      return "a minute";
    }
    return time.toHours() < 2
        ? (time.toMinutes() + 1) + " minutes"
        : (time.toHours() + 1) + " hours";
  }
}
