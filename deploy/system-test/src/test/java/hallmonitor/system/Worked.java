package hallmonitor.system;

import hallmonitor.system.Moderator.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a moderator did in one pass through the queue.
 *
 * @param name of the moderator
 * @param decided the key that decided each case, by case
 * @param late messages about cases that the other had decided
 * @param millis time from the key to the visible result, for each decision
 */
record Worked(String name, Map<String, String> decided, List<String> late, List<Long> millis) {
  /** Runs both in parallel. */
  static List<Worked> throughTheQueue(TwoModerators two) {
    List<Callable<Worked>> work = List.of(() -> through(two.ada, 0), () -> through(two.ben, 1));
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Worked> worked = new ArrayList<>();
      for (Future<Worked> done : both.invokeAll(work)) {
        worked.add(done.get());
      }
      return worked;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a moderator did not get to the end of the queue", e);
    } finally {
      both.shutdownNow();
    }
  }

  /** Saves the times beside the test reports; they depend on the machine. */
  static void record(List<Worked> worked) {
    try {
      List<String> lines = worked.stream().map(Worked::toString).toList();
      lines.forEach(System.out::println);
      Files.write(Path.of("target/keyboard.txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Decides all open cases except each tenth, which both leave. The two disagree: what one
   * confirms, the other would restore.
   */
  private static Worked through(Moderator moderator, int turn) {
    Worked worked =
        new Worked(moderator.name, new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
    while (moderator.current().filter(Row::open).isPresent() || moderator.goOn()) {
      Row row = moderator.current().orElseThrow();
      if (row.open() && !leaves(row.caseId()) && row.problem().isEmpty()) {
        worked.decide(moderator, row, turn);
      } else if (!moderator.goOn()) {
        break;
      }
    }
    return worked;
  }

  static boolean leaves(String caseId) {
    return Math.floorMod(caseId.hashCode(), 10) == 0;
  }

  private void decide(Moderator moderator, Row row, int turn) {
    boolean first = Math.floorMod(row.caseId().hashCode() / 10 + turn, 2) == 0;
    String key = row.keys().contains("c") ? (first ? "c" : "r") : (first ? "h" : "d");
    long start = System.nanoTime();
    Row after = moderator.decide(row, key);
    if (after.gone()) {
      decided.put(row.caseId(), key);
      millis.add((System.nanoTime() - start) / 1_000_000);
      moderator.untilGoneOn(row.caseId());
    } else {
      late.add(after.problem());
    }
  }

  /** Returns the time in milliseconds within which this share of the decisions was visible. */
  Optional<Long> millis(double share) {
    List<Long> sorted = millis.stream().sorted().toList();
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get((int) Math.ceil(share * sorted.size()) - 1));
  }

  @Override
  public String toString() {
    return "%s: %d decided, %d too late; from key to outcome median %d ms, p95 %d ms"
        .formatted(
            name, decided.size(), late.size(), millis(.5).orElse(0L), millis(.95).orElse(0L));
  }
}
