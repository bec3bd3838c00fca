package hallmonitor.moderation.pipeline.steps;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A comment's words and everything around them that detectors see, as 128 bits of their SHA-256:
 * equal for equal comments, and no author can make two others equal.
 */
record WordsInPlace(long first, long second) {
  static WordsInPlace of(CommentUpdate update, RuleSnapshot rules) {
    CommentSeen seen = update.seen();
    MessageDigest digest = digest();
    add(digest, seen.text());
    add(digest, seen.author().name());
    add(digest, seen.post().title());
    add(digest, seen.post().text());
    add(digest, update.parentText().map(text -> "answers " + text).orElse(""));
    add(digest, rules.accountKind(seen.comment().account()));
    add(digest, CommentTranslation.names(seen, rules.district()).name());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new WordsInPlace(hash.getLong(), hash.getLong());
  }

  /** With its length first, so that no two rows of texts look alike. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
