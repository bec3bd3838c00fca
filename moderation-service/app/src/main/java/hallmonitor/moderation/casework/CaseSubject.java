package hallmonitor.moderation.casework;

import java.util.Objects;
import java.util.UUID;

/**
 * The comment of a case.
 *
 * @param id of the case; the same for the same comment, see {@link CaseIds}
 * @param building id of the building; empty if the account is not in the district's file
 */
public record CaseSubject(UUID id, CommentKey comment, String building) {
  public CaseSubject {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(comment, "comment");
  }
}
