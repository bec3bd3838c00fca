package hallmonitor.notifier.evidence.attachment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The ledger's record of an attachment. */
public sealed interface Attachment {
  /** Record kind for an attachment that was kept. */
  String KEPT = "attachment-kept";

  /** Record kind for an attachment that could not be kept. */
  String FAILED = "attachment-failed";

  /**
   * A kept attachment.
   *
   * @param capture the entry with the comment that links to it
   * @param redirects all addresses on the way, including the first
   * @param address the machine that answered
   * @param mediaType according to its server
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
   * A failed attachment.
   *
   * @param why in words for a person
   */
  record Failed(UUID capture, String url, int attempts, String why, Instant at)
      implements Attachment {}
}
