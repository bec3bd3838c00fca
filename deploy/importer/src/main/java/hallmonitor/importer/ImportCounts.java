package hallmonitor.importer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What became of rows.
 *
 * @param accepted stored, and news
 * @param unchanged known before
 * @param refused not taken
 */
record ImportCounts(long accepted, long unchanged, long refused) {
  static final ImportCounts NONE = new ImportCounts(0, 0, 0);

  /** Adds what the endpoint says of a batch. */
  ImportCounts plus(JsonNode answer) {
    return new ImportCounts(
        accepted + answer.path("accepted").asLong(),
        unchanged + answer.path("unchanged").asLong(),
        refused + answer.path("refused").asLong());
  }

  ImportCounts plusRefused(int more) {
    return new ImportCounts(accepted, unchanged, refused + more);
  }

  ImportCounts plus(ImportCounts other) {
    return new ImportCounts(
        accepted + other.accepted, unchanged + other.unchanged, refused + other.refused);
  }

  long all() {
    return accepted + unchanged + refused;
  }
}
