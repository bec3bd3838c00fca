package hallmonitor.exporter;

import java.util.List;
import java.util.Optional;

/**
 * One kind of records in a bundle: the rows of a table.
 *
 * @param name of its files
 * @param without columns that are left out
 * @param nativeColumn with what the platform sent, which goes into a WARC file
 * @param fileColumn with a picture, which becomes a file of its own
 * @param hidden columns that are written empty in rows where {@code hiddenWhere} is true
 * @param hiddenWhere a column that is true or false
 * @param says what it is, in a sentence
 */
record Dataset(
    String name,
    String table,
    Belongs of,
    List<String> without,
    Optional<String> nativeColumn,
    Optional<String> fileColumn,
    List<String> hidden,
    Optional<String> hiddenWhere,
    String says) {
  /** To what a row belongs, and by which columns. */
  enum Belongs {
    /** {@code account} and {@code comment_id}. */
    COMMENT,
    /** {@code account} and {@code post_id}. */
    POST,
    /** {@code case_id}. */
    CASE,
    /** {@code account}. */
    ACCOUNT,
    /** The whole district. */
    DISTRICT
  }

  Dataset {
    without = List.copyOf(without);
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty() == hiddenWhere.isPresent()) {
      throw new IllegalArgumentException("hidden columns and their condition belong together");
    }
  }

  /** Returns whether a column stands in the row's JSON as it is. */
  boolean has(String column) {
    return !without.contains(column)
        && !nativeColumn.filter(column::equals).isPresent()
        && !fileColumn.filter(column::equals).isPresent();
  }
}
