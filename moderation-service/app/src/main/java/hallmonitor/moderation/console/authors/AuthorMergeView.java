package hallmonitor.moderation.console.authors;

import java.util.List;
import java.util.UUID;

/**
 * Who an author is shown together with, and who they could be.
 *
 * @param members all that are shown together; empty if the author is alone
 * @param candidates authors with a page that the viewer opened in the last hour
 * @param waiting proposals about one of the authors
 * @param second whether a second person must approve
 * @param form id of the form, so that sending it twice is one merge
 */
public record AuthorMergeView(
    List<NamedAuthor> members,
    List<NamedAuthor> candidates,
    List<WaitingMerge> waiting,
    boolean second,
    UUID form) {
  static final AuthorMergeView NONE =
      new AuthorMergeView(List.of(), List.of(), List.of(), false, new UUID(0, 0));

  public AuthorMergeView {
    members = List.copyOf(members);
    candidates = List.copyOf(candidates);
    waiting = List.copyOf(waiting);
  }
}
