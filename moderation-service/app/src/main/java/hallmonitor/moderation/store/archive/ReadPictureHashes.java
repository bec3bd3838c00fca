package hallmonitor.moderation.store.archive;

import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.moderation.casework.CommentKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The hashes of pictures that were looked at, so that a picture that is listed later is found in
 * comments from before. Most of these pictures are not kept. Hashes go with their comment.
 */
public final class ReadPictureHashes {
  private static final int BYTES = 32;

  /**
   * A picture that was looked at, or a video with the hashes of its frames.
   *
   * @param id grows with each address; a further frame of a video has the same one
   */
  public record ReadPicture(long id, CommentKey comment, String urlKey, List<PdqHash> hashes) {}

  private ReadPictureHashes() {}

  /**
   * Keeps the hashes of a picture, in place of those that its address had before. The number stays,
   * so that what is listed between two frames of a video is looked for in the first one.
   */
  public static void keep(
      Handle transaction, CommentKey comment, String urlKey, List<PdqHash> hashes) {
    // A disposal may have taken the picture meanwhile.
    transaction
        .createUpdate(
            """
            insert into picture_hash (account, comment_id, url_key, hashes)
            select account, comment_id, url_key, :hashes
            from picture_reading
            where account = :account and comment_id = :comment and url_key = :key
            for key share
            on conflict (account, comment_id, url_key) do update set hashes = excluded.hashes, read_at = clock_timestamp()
            """)
        .bind("hashes", bytes(hashes))
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("key", urlKey)
        .execute();
  }

  /** Returns those of one address; empty if there are none. */
  public static List<PdqHash> of(Handle handle, CommentKey comment, String urlKey) {
    return handle
        .createQuery(
            """
            select hashes from picture_hash where account = :account and comment_id = :comment and url_key = :key
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("key", urlKey)
        .mapTo(byte[].class)
        .findOne()
        .map(ReadPictureHashes::hashes)
        .orElseGet(List::of);
  }

  /** Returns the pictures after one, as far as a search goes, in the order of their numbers. */
  static List<ReadPicture> after(Handle handle, long id, long until, int most) {
    return handle
        .createQuery(
            """
            select hash_id, account, comment_id, url_key, hashes
            from picture_hash
            where hash_id > :after and hash_id <= :until
            order by hash_id limit :most
            """)
        .bind("after", id)
        .bind("until", until)
        .bind("most", most)
        .map(
            (row, context) ->
                new ReadPicture(
                    row.getLong("hash_id"),
                    new CommentKey(row.getString("account"), row.getString("comment_id")),
                    row.getString("url_key"),
                    hashes(row.getBytes("hashes"))))
        .list();
  }

  private static byte[] bytes(List<PdqHash> hashes) {
    ByteBuffer all = ByteBuffer.allocate(hashes.size() * BYTES);
    for (PdqHash hash : hashes) {
      all.putLong(hash.first()).putLong(hash.second()).putLong(hash.third()).putLong(hash.fourth());
    }
    return all.array();
  }

  private static List<PdqHash> hashes(byte[] bytes) {
    ByteBuffer all = ByteBuffer.wrap(bytes);
    List<PdqHash> hashes = new ArrayList<>();
    while (all.remaining() >= BYTES) {
      hashes.add(new PdqHash(all.getLong(), all.getLong(), all.getLong(), all.getLong()));
    }
    return hashes;
  }
}
