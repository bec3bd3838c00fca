package hallmonitor.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who visits which page of the console in a browser, by page-visits.txt.
 *
 * @param visitors by the page's path, such as {@code /cases/{id}}
 */
public record PageVisits(Map<String, String> visitors) {
  /** Begins the reason why no one visits a path. */
  public static final String NOBODY = "nobody: ";

  private static final PageVisits ALL = of();

  public PageVisits {
    visitors = Map.copyOf(visitors);
  }

  public static PageVisits read() {
    return ALL;
  }

  private static PageVisits of() {
    try (InputStream file = PageVisits.class.getResourceAsStream("page-visits.txt")) {
      return new PageVisits(
          new String(file.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split(" {2,}", 2))
              .collect(toMap(parts -> parts[0], parts -> parts[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the pages of a class. */
  Set<String> of(String visitor) {
    return visitors.entrySet().stream()
        .filter(line -> line.getValue().equals(visitor))
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  /** Returns the page at an address without its query; of several the one with most fixed words. */
  Optional<String> page(String address) {
    return visitors.keySet().stream()
        .filter(page -> address.matches(page.replaceAll("\\{\\w+}", "[^/]+")))
        .min(Comparator.comparing(page -> page.split("\\{", -1).length));
  }
}
