package hallmonitor.moderation.policy.budget;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.finding.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each threshold costs and reaches, by category and language. Written by {@code
 * deploy/budgets} as lines of {@code category,language,at-least,alarms,ordinary,reached,cases},
 * where the numbers are counts of comments. A line holds from its threshold up to that of the next
 * one. Immutable.
 */
public final class ThresholdBudgets {
  /** Location on the class path, beside the models that were measured. */
  public static final String RESOURCE = "/model/budgets.csv";

  /** The languages that are measured. */
  public static final List<String> LANGUAGES = List.of("en", "es");

  /** The names of the columns. */
  public static final String COLUMNS = "category,language,at-least,alarms,ordinary,reached,cases";

  /** Begins the line with the hash of the measured models. */
  public static final String MODELS = "# models ";

  private final String models;
  private final Map<Category, Map<String, NavigableMap<Double, MeasuredThreshold>>> measured;

  private ThresholdBudgets(
      String models, Map<Category, Map<String, NavigableMap<Double, MeasuredThreshold>>> measured) {
    this.models = models;
    this.measured = measured;
  }

  /** Reads the table that ships. Takes a few milliseconds. */
  public static ThresholdBudgets shipped() {
    try (InputStream in = ThresholdBudgets.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            RESOURCE + " is missing from the class path; deploy/budgets makes it");
      }
      return read(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException naming the first invalid line
   */
  public static ThresholdBudgets read(String text) {
    Map<Category, Map<String, NavigableMap<Double, MeasuredThreshold>>> measured =
        new EnumMap<>(Category.class);
    String models = "";
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith(MODELS)) {
        models = line.substring(MODELS.length()).strip();
      } else if (!line.isBlank() && !line.startsWith("#") && !line.equals(COLUMNS)) {
        add(number, line, measured);
      }
    }
    return new ThresholdBudgets(models, measured);
  }

  private static void add(
      int number,
      String line,
      Map<Category, Map<String, NavigableMap<Double, MeasuredThreshold>>> measured) {
    String[] fields = line.split(",");
    try {
      Category category = Category.of(fields[0]).orElseThrow(IllegalArgumentException::new);
      measured
          .computeIfAbsent(category, c -> new HashMap<>())
          .computeIfAbsent(fields[1], l -> new TreeMap<>())
          .put(
              Double.valueOf(fields[2]),
              new MeasuredThreshold(
                  Long.parseLong(fields[3]),
                  Long.parseLong(fields[4]),
                  Long.parseLong(fields[5]),
                  Long.parseLong(fields[6])));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          RESOURCE + ":" + number + ": expected " + COLUMNS + ", not '" + line + "'", e);
    }
  }

  /** Returns the hash of the models that were measured; empty if the table names none. */
  public String models() {
    return models;
  }

  /**
   * Returns what a threshold costs and reaches: as measured at the next lower one of the table, or
   * at the lowest.
   *
   * @param language {@code en} or {@code es}
   * @param atLeast a threshold from 0 to 1
   * @return empty if nothing is measured for the category
   */
  public Optional<MeasuredThreshold> at(Category category, String language, double atLeast) {
    NavigableMap<Double, MeasuredThreshold> lines =
        measured.getOrDefault(category, Map.of()).getOrDefault(language, new TreeMap<>());
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
            Optional.ofNullable(lines.floorEntry(atLeast)).orElseGet(lines::firstEntry).getValue())
        .filter(MeasuredThreshold::isMeasured);
  }
}
