package hallmonitor.standin;

import java.time.Instant;
import java.util.List;

/**
 * A comment under a video.
 *
 * @param parent the first comment of its thread; empty for that one itself
 * @param author the channel of its author; empty if the account is gone
 * @param handle of its author, without the sign before it
 * @param picture its address; empty for none
 * @param status {@code published}, {@code heldForReview} or {@code rejected}
 * @param published milliseconds since 1970
 * @param updated milliseconds since 1970
 */
record VideoComment(
    String id,
    String parent,
    String author,
    String handle,
    String text,
    String picture,
    String status,
    long published,
    long updated) {
  boolean has(String other) {
    return status.equals(other);
  }

  VideoComment saying(String other, long now) {
    return new VideoComment(id, parent, author, handle, other, picture, status, published, now);
  }

  VideoComment showing(String address) {
    return new VideoComment(id, parent, author, handle, text, address, status, published, updated);
  }

  VideoComment with(String other) {
    return new VideoComment(id, parent, author, handle, text, picture, other, published, updated);
  }

  SaidComment said(boolean open) {
    List<String> pictures = picture.isEmpty() ? List.of() : List.of(picture);
    Instant at = Instant.ofEpochMilli(published);
    return new SaidComment(id, parent, author, "@" + handle, text, pictures, at, open);
  }
}
