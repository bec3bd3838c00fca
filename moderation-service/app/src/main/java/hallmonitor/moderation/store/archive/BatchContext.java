package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.finding.together.JoinedComments;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the database knows about the comments of a batch, and then what the batch adds: a record
 * sees what the records before it did. Lives for one transaction.
 */
public final class BatchContext {
  static final int MOST_OF_A_HAND = JoinedComments.MOST_PIECES + 1;

  private final Map<CommentKey, CommentRow> comments = new HashMap<>();

  /** By comment: the hash of each revision's text. */
  private final Map<CommentKey, Map<String, String>> revisions = new HashMap<>();

  private final Map<CommentKey, Case> cases = new HashMap<>();
  private final Map<AuthorThread, List<CommentKey>> hands = new HashMap<>();

  public Optional<CommentRow> comment(CommentKey key) {
    return Optional.ofNullable(comments.get(key));
  }

  public Optional<Case> caseOf(CommentKey key) {
    return Optional.ofNullable(cases.get(key));
  }

  public boolean hasRevision(CommentKey key, String revision) {
    return revisions.getOrDefault(key, Map.of()).containsKey(revision);
  }

  /** Whether some revision of the comment had this text. */
  public boolean hasText(CommentKey key, String text) {
    Map<String, String> known = revisions.getOrDefault(key, Map.of());
    return !known.isEmpty() && known.containsValue(sha256(text));
  }

  /**
   * Whether this revision of the comment, of which no more may be kept than a hash, is this text.
   */
  public boolean isTextOf(CommentKey key, String revision, String text) {
    return sha256(text).equals(revisions.getOrDefault(key, Map.of()).get(revision));
  }

  /**
   * What the same author wrote under the same post, without this comment: the newest up to as many
   * as are ever read together, oldest first.
   *
   * @param since from when it was seen
   * @param until to when it was seen
   */
  public List<CommentRow> besides(CommentRow comment, Instant since, Instant until) {
    return hands.getOrDefault(AuthorThread.of(comment), List.of()).stream()
        .filter(key -> !key.equals(comment.key()))
        .map(comments::get)
        .filter(c -> !c.firstSeenAt().isBefore(since) && !c.firstSeenAt().isAfter(until))
        .toList();
  }

  public void put(CommentRow comment) {
    CommentRow before = comments.put(comment.key(), comment);
    AuthorThread of = AuthorThread.of(comment);
    // When history was written nobody can tell who does not believe what authors claim.
    if (before == null && of.isOfOne() && !comment.fromHistory()) {
      List<CommentKey> hand = hands.computeIfAbsent(of, h -> new ArrayList<>(2));
      int place = hand.size();
      while (place > 0
          && comments.get(hand.get(place - 1)).firstSeenAt().isAfter(comment.firstSeenAt())) {
        place--;
      }
      hand.add(place, comment.key());
      if (hand.size() > MOST_OF_A_HAND) {
        hand.remove(0);
      }
    }
  }

  public void put(Case known) {
    cases.put(known.comment(), known);
  }

  public void addRevision(CommentKey key, String revision, String text) {
    addHashed(key, revision, sha256(text));
  }

  void addHashed(CommentKey key, String revision, String hashOfText) {
    revisions.computeIfAbsent(key, k -> new HashMap<>()).put(revision, hashOfText);
  }

  /** All that is kept of a text that was disposed of. */
  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
