package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Pictures that people of the district listed from a comment, by their hashes only. */
public final class ListedPictures {
  /** Begins the keys of all of them; no list of a file is called so. */
  public static final String LIST = "listed";

  /** More would make the search for them slow; a file of the district holds long lists. */
  private static final int MOST = 500;

  /**
   * A picture.
   *
   * @param category label, as in policy files
   * @param hashes PDQ, in hexadecimal digits, with spaces between them
   * @param account of the comment that it was listed from
   * @param removedAt absent while it is looked for
   */
  public record Listed(
      long id,
      String name,
      String category,
      String hashes,
      String reason,
      String account,
      String commentId,
      String addedBy,
      Instant addedAt,
      @Nullable String removedBy,
      @Nullable Instant removedAt,
      @Nullable String removedBecause) {
    /** Returns its hashes one by one. */
    public List<String> each() {
      return List.of(hashes.split(" "));
    }

    /** Returns the key by which findings name it. */
    public String key() {
      return LIST + "/" + id;
    }
  }

  private ListedPictures() {}

  /**
   * Adds a picture, to be looked for in all pictures that were looked at before, too.
   *
   * @param turned its hashes in all positions
   * @return empty if there are too many
   */
  public static Optional<Long> add(
      Handle transaction,
      String name,
      String category,
      List<String> hashes,
      List<String> turned,
      String reason,
      CommentKey from,
      String by) {
    transaction.execute("select pg_advisory_xact_lock(hashtextextended('known_picture', 0))");
    return transaction
        .createQuery(
            """
            insert into known_picture (name, category, hashes, turned, reason, account, comment_id, added_by, search_until)
            select :name, :category, :hashes, :turned, :reason, :account, :comment, :by,
              (select coalesce(max(hash_id), 0) from picture_hash)
            where (select count(*) from known_picture where removed_at is null) < :most
            returning id
            """)
        .bind("name", name)
        .bind("category", category)
        .bind("hashes", String.join(" ", hashes))
        .bind("turned", String.join(" ", turned))
        .bind("reason", reason)
        .bind("account", from.account())
        .bind("comment", from.id())
        .bind("by", by)
        .bind("most", MOST)
        .mapTo(Long.class)
        .findOne();
  }

  /** Removes a picture; what was found before stays. Returns false if it is not listed. */
  public static boolean remove(Handle transaction, long id, String because, String by) {
    return transaction
            .createUpdate(
                """
                update known_picture set removed_by = :by, removed_at = clock_timestamp(), removed_because = :because
                where id = :id and removed_at is null
                """)
            .bind("id", id)
            .bind("by", by)
            .bind("because", because)
            .execute()
        == 1;
  }

  /** Returns a mark that changes with the list. */
  public static String version(Handle handle) {
    return handle
        .createQuery(
            "select coalesce(max(id), 0) || '/' || count(*) || '/' || count(removed_at) from known_picture")
        .mapTo(String.class)
        .one();
  }

  /**
   * Returns whether the list is still the one with this mark. If so, nobody adds to it until the
   * transaction ends: a picture that is recorded in it was compared with all that are listed
   * before.
   */
  public static boolean isStill(Handle transaction, String version) {
    transaction.execute(
        "select pg_advisory_xact_lock_shared(hashtextextended('known_picture', 0))");
    return version(transaction).equals(version);
  }

  /** Returns all, the newest first, and those that were removed after the others. */
  public static List<Listed> all(Handle handle) {
    return handle
        .createQuery(
            """
            select id, name, category, hashes, reason, account, comment_id, added_by, added_at, removed_by, removed_at,
              removed_because
            from known_picture
            order by removed_at is not null, id desc
            """)
        .map(ConstructorMapper.of(Listed.class))
        .list();
  }
}
