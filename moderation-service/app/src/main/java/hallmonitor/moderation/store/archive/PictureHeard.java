package hallmonitor.moderation.store.archive;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A picture that its comment is judged with.
 *
 * @param urlKey key of its address
 * @param words read in it; empty if it could not be read
 * @param forPeople whether a person must look at it, because it could not be read
 * @param known the known picture that it is, if it is one; without findings if it was removed
 * @param together hashes of all pictures of the comment; empty if one was not read
 */
public record PictureHeard(
    long id,
    CommentKey comment,
    String urlKey,
    String words,
    boolean forPeople,
    KnownInPicture known,
    String together) {
  /** Returns the words in all of these; empty if there are none. */
  public static String allWords(List<PictureHeard> pictures) {
    return pictures.stream()
        .map(PictureHeard::words)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /** Returns those of a comment that a revision shows. */
  public static List<PictureHeard> shownBy(CommentSeen seen, List<PictureHeard> ofComments) {
    CommentKey comment = new CommentKey(seen.comment().account(), seen.comment().id());
    Set<String> shown =
        seen.attachments().stream().map(CommentPictures::key).collect(Collectors.toSet());
    return ofComments.stream()
        .filter(heard -> heard.comment().equals(comment) && shown.contains(heard.urlKey()))
        .toList();
  }
}
