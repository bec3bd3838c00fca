package hallmonitor.moderation.finding;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a comment says beside its links, markup, hashtags and mentions. The models have mostly seen
 * those in harmless text and advertising, so a link after a threat makes the threat look weaker.
 */
final class BareText {
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)\\bhttps?://\\S+|\\bwww\\.\\S+|</?[a-z][^<>]{0,300}>|(?<![\\p{L}\\p{N}])[#@](?=[\\p{N}_.]*\\p{L})[\\p{L}\\p{N}_.]+");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** A comment of fewer letters says nothing by itself. */
  private static final int FEWEST = 8;

  private BareText() {}

  /** Returns the comment without them; empty if it has none, or if hardly anything else. */
  static Optional<Comment> of(Comment comment) {
    String text = comment.text();
    if (text.indexOf('#') < 0
        && text.indexOf('@') < 0
        && text.indexOf('<') < 0
        && text.indexOf('.') < 0) {
      return Optional.empty();
    }
    String bare = SPACE.matcher(BESIDE.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    boolean says = bare.codePoints().filter(Character::isLetter).limit(FEWEST).count() == FEWEST;
    return says && BESIDE.matcher(text).find()
        ? Optional.of(comment.saying(bare))
        : Optional.empty();
  }
}
