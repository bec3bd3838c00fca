package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.NormalizedText;
import java.util.Objects;
import java.util.Optional;

/**
 * A comment in its context, as detectors see it.
 *
 * @param text as the author wrote it
 * @param normalized the same text, normalized once for all detectors
 * @param author display name; empty when the platform shows none
 * @param post title and text of the post; may be empty
 * @param parent the comment that this one answers
 * @param accountKind such as {@code school}; policies may judge differently by kind
 * @param names what a display name is worth where the comment was written
 */
public record Comment(
    String text,
    NormalizedText normalized,
    String author,
    String post,
    Optional<String> parent,
    String accountKind,
    AuthorNames names) {
  public Comment {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(normalized, "normalized");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(post, "post");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(accountKind, "accountKind");
    Objects.requireNonNull(names, "names");
  }

  /** Returns a comment by a member of its platform, so the display name raises no suspicion. */
  public static Comment of(
      String text, String author, String post, Optional<String> parent, String accountKind) {
    return new Comment(
        text, NormalizedText.of(text), author, post, parent, accountKind, AuthorNames.HANDLES);
  }

  /** Returns a comment of other words, by the same author at the same place. */
  Comment saying(String words) {
    return new Comment(words, NormalizedText.of(words), author, post, parent, accountKind, names);
  }

  /** Returns the same comment as written on a platform with other names. */
  public Comment where(AuthorNames otherNames) {
    return new Comment(text, normalized, author, post, parent, accountKind, otherNames);
  }
}
