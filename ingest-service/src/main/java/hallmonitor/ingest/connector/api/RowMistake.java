package hallmonitor.ingest.connector.api;

/**
 * Why a row was refused.
 *
 * @param at its place, such as {@code rows[3].author}
 * @param error one sentence about that place, without the refused value
 */
record RowMistake(String at, String error) {}
