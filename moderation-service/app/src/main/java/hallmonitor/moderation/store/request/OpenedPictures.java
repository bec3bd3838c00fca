package hallmonitor.moderation.store.request;

import hallmonitor.moderation.store.archive.CommentPictures;
import org.jdbi.v3.core.Handle;

/** The pictures, and frames of videos, that someone opened on the page of an item. */
public final class OpenedPictures {
  private OpenedPictures() {}

  /** Notes one. */
  public static void add(Handle h, long itemNo, byte[] content) {
    h.createUpdate(
            """
            update records_request_item set opened = opened || :key
            where item_no = :item and :key <> all(opened)
            """)
        .bind("item", itemNo)
        .bind("key", CommentPictures.contentKey(content))
        .execute();
  }
}
