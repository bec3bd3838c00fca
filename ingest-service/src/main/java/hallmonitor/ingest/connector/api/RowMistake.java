package hallmonitor.ingest.connector.api;

/**
 * Why a row was not taken.
 *
 * @param at its place, such as {@code rows[3].author}
 * @param error one sentence about that place, without what stood there
 */
record RowMistake(String at, String error) {}
