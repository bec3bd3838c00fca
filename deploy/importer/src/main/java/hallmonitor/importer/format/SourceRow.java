package hallmonitor.importer.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What was read at one place of a file: a row of a delivery, or why there is none.
 *
 * @param unit what the number counts, {@code line} or {@code record}
 * @param number from 1
 * @param row as the endpoint takes it; empty if it cannot be made
 * @param refusal why it cannot; empty if there is a row
 */
public record SourceRow(String unit, long number, Optional<ObjectNode> row, String refusal) {
  static SourceRow of(String unit, long number, ObjectNode row) {
    return new SourceRow(unit, number, Optional.of(row), "");
  }

  static SourceRow refused(String unit, long number, String refusal) {
    return new SourceRow(unit, number, Optional.empty(), refusal);
  }
}
