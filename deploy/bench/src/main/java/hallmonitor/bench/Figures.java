package hallmonitor.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one run, by name: printed as a table or written as JSON. */
public final class Figures {
  private final Map<String, Object> figures = new LinkedHashMap<>();

  public Figures add(String name, Object figure) {
    figures.put(name, figure);
    return this;
  }

  /** Adds the figures of another run, with words before their names. */
  public Figures addAll(String before, Figures other) {
    other.figures.forEach((name, figure) -> add(before + name, figure));
    return this;
  }

  /** Adds a figure for one of so many; nothing where there were none. */
  public Figures each(String name, long sum, double count) {
    return count == 0 ? this : add(name, Math.round(100 * (double) sum / count) / 100.0);
  }

  /** Adds quantiles of times in milliseconds and their number; nothing where none was measured. */
  public Figures times(String name, Collection<Long> millis) {
    if (!millis.isEmpty()) {
      Quantiles quantiles = Quantiles.of(millis);
      Map<String, Long> by = new LinkedHashMap<>();
      by.put("n", (long) millis.size());
      by.put("min", quantiles.at(0));
      by.put("p50", quantiles.at(.5));
      by.put("p95", quantiles.at(.95));
      by.put("p99", quantiles.at(.99));
      by.put("max", quantiles.at(1));
      add(name, by);
    }
    return this;
  }

  /** Adds {@link #times} of threats until they were hidden, and how many were not in time. */
  public Figures typed(String name, Collection<Long> millis) {
    long late = millis.stream().filter(TypedToHidden::isLate).count();
    times(name, millis);
    return late == 0 ? this : add(name + ": not hidden within 60 s", late);
  }

  public void print() {
    figures.forEach(
        (name, figure) -> {
          if (figure instanceof List<?> lines) {
            System.out.printf("%n%s:%n", name);
            lines.forEach(line -> System.out.println("  " + line));
          } else {
            System.out.printf(Locale.ROOT, "%-52s %s%n", name, figure);
          }
        });
  }

  /** Returns them in their order. */
  public Map<String, Object> byName() {
    return figures;
  }
}
