package hallmonitor.moderation.casework.answer;

import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decided item of a request, as it was archived.
 *
 * @param kind comment, reply, edit, deletion or post
 * @param page name of the account where it stood
 * @param recordId the platform's id
 * @param writtenAt what the platform says; absent if it says nothing
 * @param author as shown there; empty for a post of the district
 * @param title of the post; may be empty
 * @param attachments addresses of pictures and videos
 * @param permalink where it can be seen at the platform; may be empty
 * @param raw what the platform answered; may be empty
 */
public record FoundRecord(
    long number,
    String kind,
    Outcome outcome,
    String page,
    String recordId,
    Instant seenAt,
    Optional<Instant> writtenAt,
    String author,
    String title,
    String text,
    List<String> attachments,
    String permalink,
    String raw) {
  /** A shorter one, such as a number of WordPress, may stand in any address, as a month does. */
  private static final int SHORTEST_ID = 6;

  public FoundRecord {
    attachments = List.copyOf(attachments);
  }

  /**
   * Returns whether anyone finds the record at the platform by an address of its pictures: a video
   * without a file is named by its own page.
   */
  public static boolean leadsTo(String address, String recordId, String permalink) {
    return !permalink.isEmpty() && address.startsWith(permalink)
        || recordId.length() >= SHORTEST_ID
            && List.of(address.split("[/?&=#:]")).contains(recordId);
  }
}
