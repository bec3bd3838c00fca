package hallmonitor.moderation.store.archive;

import org.jdbi.v3.core.Handle;

/**
 * The room that pictures have in the archive. Those of posts have a quarter of it, and those that
 * were fetched to be read have half: strangers can post as many as they like, and what evidence
 * seals and people open has the rest. Nothing reads a picture to measure it.
 *
 * @param total bytes that all may take
 * @param largest bytes of one picture
 */
public record PictureRoom(long total, long largest) {
  private static final int SHARE_OF_READING = 2;
  private static final int SHARE_OF_POSTS = 4;

  /**
   * What pictures take.
   *
   * @param bytes of all
   * @param ofPosts bytes of those of posts
   * @param ofReading bytes of those of comments that are neither evidence nor asked for by a person
   */
  public record Used(long bytes, long ofPosts, long ofReading) {}

  /** Measures what they take. */
  public static Used used(Handle handle) {
    return handle
        .createQuery(
            """
            select c.bytes + p.bytes as bytes, p.bytes as of_posts, c.of_reading
            from (
              select coalesce(sum(octet_length(content)), 0) as bytes,
                coalesce(sum(octet_length(content)) filter (where not evidence and not for_people), 0) as of_reading
              from comment_picture) c,
              (select coalesce(sum(octet_length(content)), 0) as bytes from post_picture) p
            """)
        .map(
            (row, context) ->
                new Used(row.getLong("bytes"), row.getLong("of_posts"), row.getLong("of_reading")))
        .one();
  }

  /** Returns whether one more picture may have no room. */
  public boolean isFull(Used used) {
    return used.bytes() + largest > total;
  }

  /** Returns whether one more that is fetched to be read may have no room. */
  public boolean isFullForReading(Used used) {
    return isFull(used) || used.ofReading() + largest > total / SHARE_OF_READING;
  }

  /** Returns whether one more of a post may have no room. */
  public boolean isFullForPosts(Used used) {
    return isFull(used) || used.ofPosts() + largest > total / SHARE_OF_POSTS;
  }
}
