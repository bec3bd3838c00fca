package hallmonitor.moderation.casework;

import java.util.Objects;
import java.util.UUID;

/**
 * Which comment a case is about.
 *
 * @param id of the case; the same for the same comment, see {@link CaseIds}
 * @param building id of the building; empty when the account is not in the district's file
 */
public record CaseSubject(UUID id, CommentKey comment, String building) {
  public CaseSubject {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(comment, "comment");
  }
}
