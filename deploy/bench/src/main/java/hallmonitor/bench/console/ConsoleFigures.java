package hallmonitor.bench.console;

import java.util.List;
import java.util.Map;

/**
 * What one run measured.
 *
 * @param idleRows by table: read without an index while nobody did anything, for {@code
 *     idleSeconds}
 * @param pageRows the same while the pages were opened
 * @param pages slowest first
 */
record ConsoleFigures(
    int archived,
    int cases,
    long idleSeconds,
    Map<String, Long> idleRows,
    Map<String, Long> pageRows,
    List<PageTime> pages) {
  Map<String, Object> byName() {
    return Map.of(
        "archived",
        archived,
        "cases",
        cases,
        "idleSeconds",
        idleSeconds,
        "idleRows",
        idleRows,
        "pageRows",
        pageRows,
        "pages",
        pages);
  }
}
