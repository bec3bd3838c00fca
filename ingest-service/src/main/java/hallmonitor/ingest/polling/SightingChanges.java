package hallmonitor.ingest.polling;

import hallmonitor.contract.event.CommentRef;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Author;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CommentSeen.Names;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.account.CommentLog.Entry;
import hallmonitor.ingest.account.KnownComment;
import hallmonitor.ingest.connector.Sighting;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a sighting means, given what is known about the comment: new, edited, hidden or
 * shown again, or unchanged. Hiding a comment, by this service or by anyone else, is not an edit.
 *
 * @param asked when the platform was asked. What it shows may be outdated by now, mostly by this
 *     service's own acts, so a state counts from this time.
 * @param rememberAfter comments written before this time are not remembered
 * @param tellsVisibility whether the platform says which comments are hidden
 */
record SightingChanges(
    String platform,
    String account,
    Names names,
    Instant asked,
    Instant now,
    Instant rememberAfter,
    boolean tellsVisibility) {

  Optional<Entry> of(Optional<KnownComment> known, Sighting seen, Lane lane) {
    if (known.isPresent() && sameText(known.get(), seen.text())) {
      KnownComment same = known.get();
      return tellsVisibility && same.visibility() != seen.visibility()
          ? Optional.of(
              new Entry(
                  event(same.revision(), Kind.VISIBILITY_CHANGED, seen, lane, asked),
                  Optional.of(same.as(seen.visibility()))))
          : Optional.empty();
    }
    String previous = known.map(KnownComment::revision).orElse("");
    Kind kind = known.isPresent() ? Kind.EDITED : Kind.CREATED;
    CommentSeen event = event(Revision.of(previous, seen.text()), kind, seen, lane, now);
    return Optional.of(
        new Entry(
            event,
            Optional.of(known(known, event))
                .filter(after -> !after.claimedAt().isBefore(rememberAfter))));
  }

  /** Returns what is known of a comment after an event, even if it need not be remembered. */
  KnownComment known(Optional<KnownComment> before, CommentSeen event) {
    return event.kind() == Kind.VISIBILITY_CHANGED
        ? before.orElseThrow().as(event.visibility())
        : new KnownComment(
            before.map(KnownComment::revision).orElse(""),
            event.revision(),
            event.post().id(),
            event.claimedAt().orElse(now),
            event.visibility());
  }

  /** Returns the same of a moment so many microseconds later. */
  SightingChanges after(int microseconds) {
    return new SightingChanges(
        platform,
        account,
        names,
        asked,
        now.plus(microseconds, ChronoUnit.MICROS),
        rememberAfter,
        tellsVisibility);
  }

  /**
   * Returns whether a list shows a hidden comment. A list may be older than the newest hide, so the
   * comment itself is looked up before that is believed.
   */
  boolean reappears(Optional<KnownComment> known, Sighting seen) {
    return tellsVisibility
        && seen.visibility() == Visibility.VISIBLE
        && known
            .filter(k -> k.visibility() != Visibility.VISIBLE && sameText(k, seen.text()))
            .isPresent();
  }

  private CommentSeen event(
      String revision, Kind kind, Sighting seen, Lane lane, Instant observedAt) {
    return new CommentSeen(
        new CommentRef(platform, account, seen.id()),
        revision,
        kind,
        seen.post(),
        seen.parent(),
        seen.author(),
        seen.text(),
        seen.visibility(),
        seen.attachments(),
        seen.permalink(),
        seen.claimedAt(),
        observedAt,
        lane,
        seen.raw(),
        Optional.of(names));
  }

  /**
   * Returns the entry for a comment that no longer exists on the platform. Its author and text are
   * in the archive.
   */
  Entry deleted(String id, KnownComment known) {
    CommentSeen event =
        new CommentSeen(
            new CommentRef(platform, account, id),
            Revision.of(known.revision(), ""),
            Kind.DELETED,
            new Post(known.post(), "", "", Optional.empty()),
            Optional.empty(),
            new Author(Optional.empty(), ""),
            "",
            Visibility.DELETED,
            List.of(),
            Optional.empty(),
            Optional.of(known.claimedAt()),
            now,
            Lane.RECONCILE,
            "",
            Optional.of(names));
    return new Entry(event, Optional.empty());
  }

  private static boolean sameText(KnownComment known, String text) {
    return Revision.of(known.previous(), text).equals(known.revision());
  }
}
