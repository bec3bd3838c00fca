package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.store.archive.CommentRow;
import hallmonitor.moderation.store.archive.RevisionHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Selects the records that say something new.
 *
 * <p>Ingest publishes at least once, and it gives revisions new names after it has lost its state.
 * So a record is not an update if its revision is archived, if its text is the comment's latest, or
 * if it was read before the latest and its text is archived. The text that was read last is always
 * the comment's latest, update or not. Otherwise the same record could count later.
 */
public final class UpdateFilter {
  private final ArchiveOverlay archive;
  private final Duration readTogether;
  private final Duration readAhead;

  private UpdateFilter(ArchiveOverlay archive, Duration readTogether, Duration readAhead) {
    this.archive = archive;
    this.readTogether = readTogether;
    this.readAhead = readAhead;
  }

  /**
   * Returns the updates in record order.
   *
   * @param readTogether longest time between an author's comments that are read together
   */
  public static List<CommentUpdate> updates(
      List<CommentSeen> batch, BatchContext context, Duration readTogether) {
    UpdateFilter filter = new UpdateFilter(new ArchiveOverlay(context), readTogether, readTogether);
    return batch.stream().flatMap(seen -> filter.update(seen).stream()).toList();
  }

  /**
   * Returns the updates that archived revisions were, with what the archive knows of them by now.
   */
  public static List<CommentUpdate> archived(
      List<CommentSeen> revisions, BatchContext context, Duration readTogether) {
    UpdateFilter filter =
        new UpdateFilter(new ArchiveOverlay(context), readTogether, Duration.ZERO);
    return revisions.stream()
        .flatMap(
            seen ->
                filter.archive.comment(CommentTranslation.key(seen)).stream()
                    .map(now -> filter.update(seen, now, true, Optional.empty())))
        .toList();
  }

  private Optional<CommentUpdate> update(CommentSeen seen) {
    Optional<CommentRow> before = archive.comment(CommentTranslation.key(seen));
    if (before.isEmpty()) {
      return Optional.of(update(seen, CommentTranslation.comment(seen), true, Optional.empty()));
    }
    return before.get().disposed() ? afterDisposal(seen, before.get()) : again(seen, before.get());
  }

  private Optional<CommentUpdate> again(CommentSeen seen, CommentRow before) {
    Instant at = seen.observedAt();
    boolean newer = at.isAfter(before.visibilityAt());
    Optional<Visibility> changed = changed(seen, before);
    boolean deletion = CommentTranslation.isDeletion(seen);
    boolean newRevision =
        deletion
            ? changed.isPresent() && !archive.hasRevision(before.key(), seen.revision())
            : isNewText(seen, before);
    boolean later = !deletion && at.isAfter(before.changedAt());
    if (!newer && !newRevision && !later) {
      return Optional.empty();
    }
    CommentRow after = newer ? before.seen(CommentTranslation.visibility(seen), at) : before;
    if (later && seen.text().equals(before.latestText())) {
      after = after.confirmed(at);
    } else if (later) {
      // A new text, or an earlier one with an archived revision, is now the current one.
      after = after.edited(seen.revision(), seen.text(), seen.author().name(), at);
    }
    return Optional.of(update(seen, after, newRevision, changed));
  }

  /**
   * A disposed text does not come back, no matter how often it is read again. A text that existed
   * at the disposal, or that is read late, is not an update; an author's return to an earlier text
   * is one.
   */
  private Optional<CommentUpdate> afterDisposal(CommentSeen seen, CommentRow before) {
    Instant at = seen.observedAt();
    Optional<Visibility> changed = changed(seen, before);
    CommentRow after = changed.map(visibility -> before.seen(visibility, at)).orElse(before);
    boolean newText = isNewTextAfterDisposal(seen, before);
    if (newText) {
      after =
          after.reopened(
              seen.revision(),
              seen.text(),
              seen.author().key(),
              seen.author().name(),
              seen.permalink().orElse(null),
              at);
    }
    return changed.isPresent() || newText
        ? Optional.of(update(seen, after, newText, changed))
        : Optional.empty();
  }

  /** Returns the visibility if the record is newer and differs. */
  private static Optional<Visibility> changed(CommentSeen seen, CommentRow before) {
    Visibility visibility = CommentTranslation.visibility(seen);
    return seen.observedAt().isAfter(before.visibilityAt()) && visibility != before.visibility()
        ? Optional.of(visibility)
        : Optional.empty();
  }

  private boolean isNewText(CommentSeen seen, CommentRow before) {
    CommentKey key = before.key();
    boolean late = !seen.observedAt().isAfter(before.changedAt());
    return !archive.hasRevision(key, seen.revision())
        && !seen.text().equals(before.latestText())
        && !(late && archive.hasText(key, seen.text()));
  }

  private boolean isNewTextAfterDisposal(CommentSeen seen, CommentRow before) {
    CommentKey key = before.key();
    return !CommentTranslation.isDeletion(seen)
        && !archive.hasRevision(key, seen.revision())
        && !archive.isTextOf(key, before.latestRevision(), seen.text())
        && (seen.observedAt().isAfter(before.changedAt()) || !archive.hasText(key, seen.text()));
  }

  private CommentUpdate update(
      CommentSeen seen, CommentRow after, boolean newRevision, Optional<Visibility> changed) {
    archive.put(after);
    if (newRevision) {
      archive.add(RevisionHash.of(after.key(), seen.revision(), seen.text()));
    }
    return new CommentUpdate(
        seen,
        after,
        newRevision,
        changed,
        CommentTranslation.parent(seen).flatMap(archive::comment),
        newRevision ? beside(seen, after) : List.of(),
        List.of());
  }

  /** What the same author wrote shortly before; also shortly after, if that was read ahead. */
  private List<CommentRow> beside(CommentSeen seen, CommentRow after) {
    Instant at = seen.observedAt();
    return CommentTranslation.isPiece(seen) && !after.fromHistory()
        ? archive.beside(after, at.minus(readTogether), at.plus(readAhead))
        : List.of();
  }
}
