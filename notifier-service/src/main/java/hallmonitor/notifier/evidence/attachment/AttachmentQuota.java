package hallmonitor.notifier.evidence.attachment;

import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.notifier.evidence.attachment.AttachmentQueue.Link;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Limits the space for attachments from strangers, because what is kept is never deleted.
 *
 * @param ofCase most bytes kept per case
 * @param ofDay most bytes kept within 24 hours
 * @param floor bytes that stay free on the disk; with less, nothing is fetched
 * @param free bytes free there now
 */
public record AttachmentQuota(long ofCase, long ofDay, long floor, LongSupplier free) {
  /**
   * Returns why there is no space for more bytes of a link's case; empty if there is.
   *
   * @param more bytes; 1 before anything is fetched
   */
  Optional<Nothing> lacks(Handle handle, Link link, long more) {
    if (AttachmentQueue.keptOf(handle, link.caseId()) + more > ofCase) {
      return Optional.of(
          new Nothing(
              Cause.ROOM, "Attachments of one case are kept up to " + ofCase + " bytes.", false));
    }
    if (AttachmentQueue.keptToday(handle) + more > ofDay) {
      return Optional.of(
          new Nothing(
              Cause.ROOM, "Attachments of one day are kept up to " + ofDay + " bytes.", true));
    }
    if (free.getAsLong() - more < floor) {
      return Optional.of(
          new Nothing(
              Cause.ROOM, "Less than " + floor + " bytes are free on the server's disk.", true));
    }
    return Optional.empty();
  }
}
