package hallmonitor.moderation.store;

import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CommentKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the database knows about the comments of a batch, and then what the batch adds: a record
 * sees what the records before it did. Lives for one transaction.
 */
public final class Known {
  private final Map<CommentKey, CommentRow> comments = new HashMap<>();
  private final Map<CommentKey, Set<String>> revisions = new HashMap<>();
  private final Map<CommentKey, Set<String>> texts = new HashMap<>();
  private final Map<CommentKey, Case> cases = new HashMap<>();

  public Optional<CommentRow> comment(CommentKey key) {
    return Optional.ofNullable(comments.get(key));
  }

  public Optional<Case> caseOf(CommentKey key) {
    return Optional.ofNullable(cases.get(key));
  }

  public boolean hasRevision(CommentKey key, String revision) {
    return revisions.getOrDefault(key, Set.of()).contains(revision);
  }

  /** Whether some revision of the comment had this text. */
  public boolean hasText(CommentKey key, String text) {
    Set<String> known = texts.getOrDefault(key, Set.of());
    return !known.isEmpty() && known.contains(md5(text));
  }

  public void put(CommentRow comment) {
    comments.put(comment.key(), comment);
  }

  public void put(Case known) {
    cases.put(known.comment(), known);
  }

  public void addRevision(CommentKey key, String revision, String text) {
    addHashed(key, revision, md5(text));
  }

  void addHashed(CommentKey key, String revision, String md5OfText) {
    revisions.computeIfAbsent(key, k -> new HashSet<>()).add(revision);
    texts.computeIfAbsent(key, k -> new HashSet<>()).add(md5OfText);
  }

  /** As PostgreSQL's md5() gives it; it tells texts of one comment apart and protects nothing. */
  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
