package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.finding.AuthorNames;
import hallmonitor.moderation.finding.together.JoinedComments;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.moderation.store.archive.AuthorThread;
import hallmonitor.moderation.store.archive.CommentRow;
import hallmonitor.settings.district.District;
import hallmonitor.settings.yaml.YamlMapping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Translates what ingest publishes into the types of the archive and of casework. */
final class CommentTranslation {
  private CommentTranslation() {}

  static CommentKey key(CommentSeen seen) {
    return new CommentKey(seen.comment().account(), seen.comment().id());
  }

  static Optional<CommentKey> parent(CommentSeen seen) {
    return seen.parent().map(id -> new CommentKey(seen.comment().account(), id));
  }

  static AuthorThread thread(CommentSeen seen) {
    return new AuthorThread(seen.comment().account(), seen.post().id(), seen.author().key());
  }

  static boolean isDeletion(CommentSeen seen) {
    return seen.kind() == CommentSeen.Kind.DELETED;
  }

  /**
   * Returns the archived kind of the record's revision. A comment is new if the first report about
   * it is its visibility.
   */
  static CommentSeen.Kind revisionKind(CommentSeen seen) {
    return seen.kind() == CommentSeen.Kind.VISIBILITY_CHANGED
        ? CommentSeen.Kind.CREATED
        : seen.kind();
  }

  /** Whether it was read with an account's history, so that the time of writing is unknown. */
  static boolean isFromHistory(CommentSeen seen) {
    return seen.lane() == CommentSeen.Lane.BACKFILL;
  }

  /**
   * Returns whether it is an old comment from an account's history. The live lane ignores an old
   * date that an author claims for a new comment.
   *
   * @param before the time before which comments count as old
   */
  static boolean isLongPast(CommentSeen seen, Instant before) {
    return isFromHistory(seen) && seen.claimedAt().map(at -> at.isBefore(before)).orElse(false);
  }

  /** Returns whether its author may have continued it in other comments. */
  static boolean isPiece(CommentSeen seen) {
    return !isFromHistory(seen)
        && thread(seen).hasOneAuthor()
        && JoinedComments.isPiece(seen.text());
  }

  static Visibility visibility(CommentSeen seen) {
    if (isDeletion(seen)) {
      return Visibility.DELETED;
    }
    return switch (seen.visibility()) {
      case VISIBLE -> Visibility.VISIBLE;
      case HIDDEN -> Visibility.HIDDEN;
      case DELETED -> Visibility.DELETED;
    };
  }

  /**
   * Returns what a display name is worth there: from the event; from the account's setting if the
   * event is too old to say so; from the platform's default if the account is gone.
   */
  static AuthorNames names(CommentSeen seen, District district) {
    Optional<String> written =
        seen.names()
            .map(EnumCodes::of)
            .or(
                () ->
                    district
                        .account(seen.comment().account())
                        .map(account -> YamlMapping.nameOf(account.names())));
    return DistrictNames.shown(written, seen.comment().platform(), seen.author().key());
  }

  /** Returns what a comment says about its post; empty if it says nothing, as for a deletion. */
  static Optional<PostSeen> post(CommentSeen seen) {
    CommentSeen.Post post = seen.post();
    return Optional.of(
            new PostSeen(
                seen.comment().platform(),
                seen.comment().account(),
                post.id(),
                PostSeen.versionOf(post.title(), post.text(), List.of()),
                post.title(),
                post.text(),
                List.of(),
                post.permalink(),
                Optional.empty(),
                seen.observedAt()))
        .filter(of -> !isDeletion(seen) && !(of.title() + of.text()).isEmpty());
  }

  /** Returns a comment that was not archived before. */
  static CommentRow comment(CommentSeen seen) {
    return new CommentRow(
        key(seen),
        seen.comment().platform(),
        seen.post().id(),
        seen.parent().orElse(null),
        seen.author().key(),
        seen.author().name(),
        seen.permalink().orElse(null),
        visibility(seen),
        seen.observedAt(),
        seen.revision(),
        seen.text(),
        seen.observedAt(),
        seen.observedAt(),
        isFromHistory(seen),
        false);
  }
}
