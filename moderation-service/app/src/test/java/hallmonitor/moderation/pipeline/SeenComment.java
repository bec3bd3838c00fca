package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a connector read, built as a sentence: {@code aComment("17").by("Dana Reyes").saying("Go
 * Mavericks!")}.
 */
public record SeenComment(
    String account,
    String id,
    String revision,
    Kind kind,
    String author,
    String text,
    Optional<String> parent,
    Visibility visibility,
    Instant at,
    Optional<Instant> claimedAt,
    Lane lane,
    Optional<Names> names,
    Optional<String> member) {
  public static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

  public static SeenComment aComment(String id) {
    return new SeenComment(
        "practice",
        id,
        "r1",
        Kind.CREATED,
        "Dana Reyes",
        "Go Mavericks!",
        Optional.empty(),
        Visibility.VISIBLE,
        NOON,
        Optional.of(NOON),
        Lane.LIVE,
        Optional.empty(),
        Optional.empty());
  }

  public SeenComment on(String newAccount) {
    return copy(newAccount, revision, kind, author, text, parent, visibility, at, claimedAt, lane);
  }

  public SeenComment by(String name) {
    return copy(account, revision, kind, name, text, parent, visibility, at, claimedAt, lane);
  }

  public SeenComment where(Names shown) {
    return new SeenComment(
        account,
        id,
        revision,
        kind,
        author,
        text,
        parent,
        visibility,
        at,
        claimedAt,
        lane,
        Optional.of(shown),
        member);
  }

  /** Written by a signed-in member that the platform knows. */
  public SeenComment byMember(String platformId, String name) {
    return new SeenComment(
        account,
        id,
        revision,
        kind,
        name,
        text,
        parent,
        visibility,
        at,
        claimedAt,
        lane,
        names,
        Optional.of(platformId));
  }

  public SeenComment saying(String newText) {
    return copy(account, revision, kind, author, newText, parent, visibility, at, claimedAt, lane);
  }

  public SeenComment answering(String parentId) {
    return copy(
        account,
        revision,
        kind,
        author,
        text,
        Optional.of(parentId),
        visibility,
        at,
        claimedAt,
        lane);
  }

  public SeenComment editedTo(String newRevision, String newText) {
    return copy(
        account,
        newRevision,
        Kind.EDITED,
        author,
        newText,
        parent,
        visibility,
        at.plusSeconds(1),
        claimedAt,
        lane);
  }

  public SeenComment deletedAs(String newRevision) {
    return copy(
        account,
        newRevision,
        Kind.DELETED,
        author,
        "",
        parent,
        Visibility.DELETED,
        at.plusSeconds(1),
        claimedAt,
        lane);
  }

  public SeenComment readAs(Visibility newVisibility, int secondsLater) {
    return copy(
        account,
        revision,
        kind == Kind.DELETED ? kind : Kind.VISIBILITY_CHANGED,
        author,
        text,
        parent,
        newVisibility,
        at.plusSeconds(secondsLater),
        claimedAt,
        lane);
  }

  public SeenComment fromHistory(Instant written) {
    return copy(
        account,
        revision,
        kind,
        author,
        text,
        parent,
        visibility,
        at,
        Optional.of(written),
        Lane.BACKFILL);
  }

  public SeenComment copy(
      String newAccount,
      String newRevision,
      Kind newKind,
      String newAuthor,
      String newText,
      Optional<String> newParent,
      Visibility newVisibility,
      Instant newAt,
      Optional<Instant> newClaimedAt,
      Lane newLane) {
    return new SeenComment(
        newAccount,
        id,
        newRevision,
        newKind,
        newAuthor,
        newText,
        newParent,
        newVisibility,
        newAt,
        newClaimedAt,
        newLane,
        names,
        member);
  }

  public CommentSeen event() {
    return new CommentSeen(
        new CommentRef("wordpress", account, id),
        revision,
        kind,
        new Post("5", "Homecoming", "See you on Friday.", Optional.empty()),
        parent,
        new Author(member, author),
        text,
        visibility,
        List.of(),
        Optional.of("http://127.0.0.1/?p=5#comment-" + id),
        claimedAt,
        at,
        lane,
        "{\"id\":\"" + id + "\"}",
        names);
  }

  public ConsumerRecord<byte[], byte[]> record() {
    CommentSeen event = event();
    return new ConsumerRecord<>(
        Topic.COMMENTS.topicName(),
        0,
        0,
        event.key().getBytes(StandardCharsets.UTF_8),
        EventJson.write(event));
  }
}
