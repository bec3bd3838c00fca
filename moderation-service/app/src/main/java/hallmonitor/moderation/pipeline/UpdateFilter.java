package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.store.archive.BatchContext;
import hallmonitor.moderation.store.archive.CommentRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what is new from what came before. Pure but for {@link BatchContext}, which grows with each
 * record, so that a comment and its edit in one batch are told apart.
 *
 * <p>Ingest publishes at least once, and after a loss of its state it names the revisions of a
 * comment anew. So a record is no news when its revision is archived, when its text is the
 * comment's latest, or when it was read before the latest and its text is archived. Every text that
 * was read last is the comment's latest, news or not: else the same record could count later.
 */
final class UpdateFilter {
  private final BatchContext known;
  private final Duration readTogether;

  private UpdateFilter(BatchContext known, Duration readTogether) {
    this.known = known;
    this.readTogether = readTogether;
  }

  /**
   * In the order of the records; those without any news are left out.
   *
   * @param readTogether up to what time apart an author's comments are read together
   */
  static List<CommentUpdate> sift(
      List<ReadComment> arrivals, BatchContext known, Duration readTogether) {
    UpdateFilter sifting = new UpdateFilter(known, readTogether);
    List<CommentUpdate> news = new ArrayList<>(arrivals.size());
    for (ReadComment arrival : arrivals) {
      Optional<CommentRow> before = known.comment(arrival.key());
      (before.isEmpty()
              ? Optional.of(sifting.first(arrival))
              : sifting.again(arrival, before.get()))
          .ifPresent(news::add);
    }
    return news;
  }

  private CommentUpdate first(ReadComment arrival) {
    CommentSeen seen = arrival.seen();
    CommentRow row =
        new CommentRow(
            arrival.key(),
            seen.comment().platform(),
            seen.post().id(),
            seen.parent().orElse(null),
            seen.author().key(),
            seen.author().name(),
            seen.permalink().orElse(null),
            arrival.visibility(),
            seen.observedAt(),
            seen.revision(),
            seen.text(),
            seen.observedAt(),
            seen.observedAt(),
            arrival.isFromHistory(),
            false);
    return remember(arrival, row, true, Optional.empty());
  }

  private Optional<CommentUpdate> again(ReadComment arrival, CommentRow before) {
    if (before.disposed()) {
      return afterDisposal(arrival, before);
    }
    CommentSeen seen = arrival.seen();
    Instant at = seen.observedAt();
    boolean newer = at.isAfter(before.visibilityAt());
    Optional<Visibility> changed =
        newer && arrival.visibility() != before.visibility()
            ? Optional.of(arrival.visibility())
            : Optional.empty();
    boolean newRevision =
        arrival.isDeletion()
            ? changed.isPresent() && !known.hasRevision(arrival.key(), seen.revision())
            : isNewText(arrival, before);
    boolean later = !arrival.isDeletion() && at.isAfter(before.changedAt());
    if (!newer && !newRevision && !later) {
      return Optional.empty();
    }
    CommentRow after = newer ? before.seen(arrival.visibility(), at) : before;
    if (later && seen.text().equals(before.latestText())) {
      after = after.confirmed(at);
    } else if (later) {
      // A new text, or an earlier one whose revision is archived: either is what stands there now.
      after = after.edited(seen.revision(), seen.text(), seen.author().name(), at);
    }
    return Optional.of(remember(arrival, after, newRevision, changed));
  }

  /**
   * What was disposed of does not come back, however often it is read again. A text that stood
   * there when it was disposed of, or that is read late, is no news; an author's return to an
   * earlier one is.
   */
  private Optional<CommentUpdate> afterDisposal(ReadComment arrival, CommentRow before) {
    CommentSeen seen = arrival.seen();
    Instant at = seen.observedAt();
    boolean changed =
        at.isAfter(before.visibilityAt()) && arrival.visibility() != before.visibility();
    CommentRow after = changed ? before.seen(arrival.visibility(), at) : before;
    boolean newText =
        !arrival.isDeletion()
            && !known.hasRevision(arrival.key(), seen.revision())
            && !known.isTextOf(arrival.key(), before.latestRevision(), seen.text())
            && (at.isAfter(before.changedAt()) || !known.hasText(arrival.key(), seen.text()));
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
    return changed || newText
        ? Optional.of(
            remember(
                arrival,
                after,
                newText,
                changed ? Optional.of(arrival.visibility()) : Optional.empty()))
        : Optional.empty();
  }

  private boolean isNewText(ReadComment arrival, CommentRow before) {
    CommentKey key = arrival.key();
    CommentSeen seen = arrival.seen();
    boolean late = !seen.observedAt().isAfter(before.changedAt());
    return !known.hasRevision(key, seen.revision())
        && !seen.text().equals(before.latestText())
        && !(late && known.hasText(key, seen.text()));
  }

  private List<CommentRow> beside(ReadComment arrival, CommentRow after) {
    Instant at = arrival.seen().observedAt();
    return arrival.isPiece() && !after.fromHistory()
        ? known.besides(after, at.minus(readTogether), at)
        : List.of();
  }

  private CommentUpdate remember(
      ReadComment arrival, CommentRow after, boolean newRevision, Optional<Visibility> changed) {
    known.put(after);
    if (newRevision) {
      known.addRevision(arrival.key(), arrival.seen().revision(), arrival.seen().text());
    }
    return new CommentUpdate(
        arrival,
        after,
        newRevision,
        changed,
        arrival.parent().flatMap(known::comment),
        newRevision ? beside(arrival, after) : List.of());
  }
}
