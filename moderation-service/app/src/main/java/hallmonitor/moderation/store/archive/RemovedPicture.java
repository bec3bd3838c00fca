package hallmonitor.moderation.store.archive;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a post that people removed for good.
 *
 * @param removedBy a user name; of the person who proposed it, if another one approved
 * @param approvedBy absent if nobody had to approve it
 * @param removedBecause as the person wrote it
 */
public record RemovedPicture(
    String removedBy, @Nullable String approvedBy, Instant removedAt, String removedBecause) {
  /** Returns empty if the picture was not removed. */
  static Optional<RemovedPicture> find(
      Handle handle, String account, String postId, String urlKey) {
    return handle
        .createQuery(
            """
            select removed_by, approved_by, removed_at, removed_because
            from post_picture
            where account = :account and post_id = :post and url_key = :key and state = 'removed'
            """)
        .bind("account", account)
        .bind("post", postId)
        .bind("key", urlKey)
        .map(ConstructorMapper.of(RemovedPicture.class))
        .findOne();
  }
}
