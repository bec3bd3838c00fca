package hallmonitor.moderation.store.archive;

/** What was read in the pictures that a revision shows. */
public final class ReadPictureWords {
  /**
   * An expression for a revision {@code r}: the words of its pictures in their order, a line for
   * each picture; empty without any. A revision without pictures costs no look.
   */
  public static final String OF_REVISION =
      """
      coalesce(case when r.attachments <> '{}' then (
        select string_agg(w.words, chr(10) order by array_position(r.attachments, w.url))
        from picture_reading w
        where w.account = r.account and w.comment_id = r.comment_id and w.words <> '' and w.url = any(r.attachments)) end, '')
      """;

  private ReadPictureWords() {}
}
