package hallmonitor.moderation.casework.request;

/**
 * A ground that a statute names: to extend a deadline, or to withhold a record.
 *
 * @param id as stored; unique among the grounds of its kind
 * @param source the citation, such as {@code 5 ILCS 140/7(1)(c)}
 * @param address where the statute can be read
 */
public record LegalGround(
    String id, String source, String address, String english, String spanish) {
  /** Returns the ground in {@code en} or {@code es}. */
  public String in(String language) {
    return language.equals("es") ? spanish : english;
  }

  /** Returns the ground with its source, or its id if its words were never kept. */
  public String cited(String language) {
    return source.isEmpty() ? id : in(language) + " (" + source + ")";
  }
}
