package hallmonitor.ingest.connector;

import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.PostSeen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One post of the account as a platform just showed it, new or known.
 *
 * @param id the platform's id, stable across edits; the one that comments name
 * @param title empty if the platform has no titles
 * @param text all of it, without the platform's markup
 * @param pictures addresses of pictures and videos, in the post's order
 * @param claimedAt when the platform says it was written
 */
public record PostSighting(
    String id,
    String title,
    String text,
    List<String> pictures,
    Optional<String> permalink,
    Optional<Instant> claimedAt) {
  /** The longest part of its post that a comment carries, in UTF-16 units. */
  private static final int BEGINNING = 2_000;

  /** Meta signs the address of a picture again in each answer; the file's name stays. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "^https://[a-z0-9.-]+\\.(?:fbcdn\\.net|cdninstagram\\.com)/(?:[^/?#]*/)*([^/?#]+)(?:[?#].*)?$");

  public PostSighting {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    pictures = List.copyOf(pictures);
  }

  /** Returns the name of the version that readers see, see {@link PostSeen#versionOf}. */
  public String version() {
    return PostSeen.versionOf(
        title,
        text,
        pictures.stream().map(picture -> SIGNED.matcher(picture).replaceFirst("$1")).toList());
  }

  /** Returns the part of the post that each comment carries. */
  public Post beginning() {
    return new Post(
        id, title, text.length() <= BEGINNING ? text : text.substring(0, BEGINNING), permalink);
  }
}
