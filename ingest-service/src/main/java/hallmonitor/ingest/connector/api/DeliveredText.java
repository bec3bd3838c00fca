package hallmonitor.ingest.connector.api;

import hallmonitor.ingest.connector.api.DeliveredRow.CommentRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a delivered comment says now, and what tells an older version that comes late from a newer
 * one. Times decide between two versions that have them. Where one has none, the later to arrive is
 * the newer, unless it is known.
 *
 * @param changedAt when it was last changed, as its system says; when it was written if it never
 *     said
 * @param digest of what its readers see
 * @param timed digest of the newest version with the time of its change
 * @param untimed digest of the newest version without
 */
public record DeliveredText(
    Instant changedAt, byte[] digest, byte @Nullable [] timed, byte @Nullable [] untimed) {

  static DeliveredText first(CommentRow row) {
    return of(row, row.writtenAt(), null, null);
  }

  private static DeliveredText of(
      CommentRow row, Instant untilNow, byte @Nullable [] timed, byte @Nullable [] untimed) {
    byte[] digest = row.digest();
    return row.editedAt()
        .map(at -> new DeliveredText(at, digest, digest, untimed))
        .orElseGet(() -> new DeliveredText(untilNow, digest, timed, digest));
  }

  DeliveredText after(CommentRow row) {
    return of(row, changedAt, timed, untimed);
  }

  /** Returns whether a row says something else, and is not an older version that comes late. */
  boolean isNews(CommentRow row) {
    byte[] other = row.digest();
    if (Arrays.equals(other, digest)) {
      return false;
    }
    Optional<Instant> at = row.editedAt();
    return at.isEmpty()
        ? !Arrays.equals(other, untimed)
        : at.get().isAfter(changedAt) || at.get().equals(changedAt) && !Arrays.equals(other, timed);
  }
}
