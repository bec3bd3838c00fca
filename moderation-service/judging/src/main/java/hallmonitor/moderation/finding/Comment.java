package hallmonitor.moderation.finding;

import hallmonitor.moderation.text.NormalisedText;
import java.util.Objects;
import java.util.Optional;

/**
 * A comment in its context, as detectors see it.
 *
 * @param text as the author wrote it
 * @param normalised the same text, normalized once for all detectors
 * @param author display name; empty when the platform shows none
 * @param post title and text of the post; may be empty
 * @param parent the comment that this one answers
 * @param accountKind such as {@code school}; signatures are judged differently by kind
 */
public record Comment(
    String text,
    NormalisedText normalised,
    String author,
    String post,
    Optional<String> parent,
    String accountKind) {
  public Comment {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(normalised, "normalised");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(post, "post");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(accountKind, "accountKind");
  }

  public static Comment of(
      String text, String author, String post, Optional<String> parent, String accountKind) {
    return new Comment(text, NormalisedText.of(text), author, post, parent, accountKind);
  }
}
