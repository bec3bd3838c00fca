package hallmonitor.notifier.evidence.attachment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the ledger keeps of an attachment. */
public sealed interface Attachment {
  /** The kind of a record about one that was kept. */
  String KEPT = "attachment-kept";

  /** The kind of a record about one that could not be. */
  String FAILED = "attachment-failed";

  /**
   * @param capture the entry whose comment links to it
   * @param redirects the addresses that were gone through, the first one included
   * @param address the machine that answered
   * @param mediaType as its server says
   * @param sha256 of the bytes
   */
  record Kept(
      UUID capture,
      String url,
      List<String> redirects,
      String address,
      String mediaType,
      long bytes,
      String sha256,
      Instant fetchedAt)
      implements Attachment {}

  /**
   * @param why in words for a person
   */
  record Failed(UUID capture, String url, int attempts, String why, Instant at)
      implements Attachment {}
}
