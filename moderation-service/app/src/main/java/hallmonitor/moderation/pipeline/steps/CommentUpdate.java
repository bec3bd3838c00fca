package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.store.archive.CommentRow;
import hallmonitor.moderation.store.archive.PictureHeard;
import hallmonitor.moderation.text.TextLikeness;
import java.util.List;
import java.util.Optional;

/**
 * What one record of the comments topic adds to the archive.
 *
 * @param seen the comment as the connector read it
 * @param after the comment's new state
 * @param newRevision whether the record's revision goes to the archive
 * @param changed the new visibility, if it changed
 * @param parent the comment that it answers, if known
 * @param beside what its author wrote under the same post shortly before, oldest first; for an edit
 *     also what they wrote in between
 * @param pictures what the second look hears of its pictures; none in the first look
 */
public record CommentUpdate(
    CommentSeen seen,
    CommentRow after,
    boolean newRevision,
    Optional<Visibility> changed,
    Optional<CommentRow> parent,
    List<CommentRow> beside,
    List<PictureHeard> pictures) {
  public CommentUpdate {
    beside = List.copyOf(beside);
    pictures = List.copyOf(pictures);
  }

  /** Returns the same update with what was read in its pictures. */
  CommentUpdate withPictures(List<PictureHeard> heard) {
    return heard.isEmpty()
        ? this
        : new CommentUpdate(seen, after, newRevision, changed, parent, beside, heard);
  }

  /** Returns the words in its pictures; empty if there are none. */
  String pictured() {
    return PictureHeard.allWords(pictures);
  }

  /** Returns its words, and then those in its pictures. */
  String allWords() {
    String more = pictured();
    return more.isEmpty() ? seen.text() : (seen.text() + "\n" + more).strip();
  }

  /**
   * Returns what makes it like others, since one decision counts for all that are alike: all words
   * and, if its pictures count, the very same pictures. What no one could read is like nothing
   * else.
   */
  Optional<TextLikeness> likeness() {
    TextLikeness words = TextLikeness.of(allWords());
    if (pictures.isEmpty()) {
      return Optional.of(words);
    }
    String together = pictures.get(0).together();
    return together.isEmpty() || pictures.stream().anyMatch(PictureHeard::forPeople)
        ? Optional.empty()
        : Optional.of(words.with(together));
  }

  CommentKey key() {
    return after.key();
  }

  /** Returns false for a deletion, which has no text. */
  boolean toJudge() {
    return newRevision && !CommentTranslation.isDeletion(seen);
  }

  Optional<String> parentText() {
    return parent.map(CommentRow::latestText);
  }

  /** Returns the texts beside it that were first seen before it, oldest first. */
  List<String> earlier() {
    return beside.stream().filter(c -> !isLater(c)).map(CommentRow::latestText).toList();
  }

  /** Returns the texts beside it that were first seen after it, oldest first. */
  List<String> later() {
    return beside.stream().filter(this::isLater).map(CommentRow::latestText).toList();
  }

  private boolean isLater(CommentRow other) {
    return other.firstSeenAt().isAfter(after.firstSeenAt());
  }
}
