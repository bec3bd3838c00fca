package hallmonitor.importer.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes a row of a delivery of what an export holds. */
interface RowMapping {
  /** Thrown for what cannot be a row. */
  final class Unfit extends Exception {
    /**
     * @param reason one sentence for people, without what stood there
     */
    Unfit(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  ObjectNode row(JsonNode entry) throws Unfit;

  /** Returns what became of an entry. */
  default SourceRow read(String unit, long number, JsonNode entry) {
    try {
      return SourceRow.of(unit, number, row(entry));
    } catch (Unfit e) {
      return SourceRow.refused(unit, number, e.reason());
    }
  }
}
