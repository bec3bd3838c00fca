package hallmonitor.moderation.console.past;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.wording.Sentence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a reader asks for.
 *
 * @param account of the post
 * @param typed the time as it stands in the address; empty for now
 * @param full whether everything is shown, or only what the public saw
 * @param page the page of the thread, from 1 on; 0 for the one with {@code comment}
 * @param comment the platform's id of a comment to begin with; empty for none
 */
public record PastQuestion(
    String account, String postId, String typed, boolean full, int page, String comment) {
  private static final String FULL = "full";
  private static final int MOST_PAGES = 1_000;

  static PastQuestion of(
      String account, String postId, String at, String view, String page, String comment) {
    int number = page.matches("[0-9]{1,4}") ? Math.min(Integer.parseInt(page), MOST_PAGES) : 0;
    return new PastQuestion(
        account, postId, at.strip(), view.equals(FULL), number, comment.replace("\0", ""));
  }

  /**
   * Returns the moment.
   *
   * @param zone of times without one; such a time means its whole second, so that what happened
   *     within it is shown
   * @return empty if it cannot be read
   */
  Optional<Instant> moment(ZoneId zone, Instant now) {
    try {
      return Optional.of(
          typed.isEmpty()
              ? now
              : typed.endsWith("Z")
                  ? Instant.parse(typed)
                  : LocalDateTime.parse(typed)
                      .truncatedTo(ChronoUnit.SECONDS)
                      .atZone(zone)
                      .toInstant()
                      .plus(999_999, ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns what is wrong with the time; empty if it has passed. */
  Sentence mistake(Optional<Instant> moment, Instant now) {
    // The second that is passing counts as passed: it is what the form says of this moment.
    return moment.isEmpty()
        ? Sentence.of("Enter a day and a time, such as 11/28/2026, 3:10 PM.")
        : moment.get().isAfter(now.plusSeconds(1))
            ? Sentence.of("This time is in the future. Choose one that has passed.")
            : Sentence.NONE;
  }

  public String getAddress() {
    return CommentAddress.of(account, postId);
  }

  /** Returns the address of another moment. */
  String at(Instant moment) {
    return address(moment.toString(), full, 0);
  }

  /** Returns the address of the other view. */
  String seenFully(boolean fully) {
    return address(typed, fully, 0);
  }

  String onPage(Instant moment, int number) {
    return address(moment.toString(), full, number);
  }

  private String address(String at, boolean fully, int number) {
    return "/posts/%s/then?at=%s%s%s%s"
        .formatted(
            getAddress(),
            encode(at, UTF_8),
            fully ? "&view=" + FULL : "",
            number > 0 ? "&page=" + number : "",
            number > 0 || comment.isEmpty() ? "" : "&comment=" + encode(comment, UTF_8));
  }
}
