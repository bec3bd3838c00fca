package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.redaction.Redaction;

/**
 * A revision with the hash of its text, which is all that remains after disposal.
 *
 * @param sha256 of the text in UTF-8, in lower-case hex
 */
public record RevisionHash(CommentKey key, String revision, String sha256) {
  public static RevisionHash of(CommentKey key, String revision, String text) {
    return new RevisionHash(key, revision, sha256(text));
  }

  public static String sha256(String text) {
    return Redaction.hash(text);
  }
}
