package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.Draft;
import hallmonitor.moderation.drafting.Drafts;
import hallmonitor.moderation.policy.file.WrittenClause;
import hallmonitor.moderation.policy.file.WrittenPolicy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Opens a clause of the current policy for editing, in a draft. */
@Path("/policy/edit")
@RolesAllowed(ADMINISTRATOR)
public class ClauseEditing {
  private static final int LONGEST_NAME = 80;

  private final Drafts drafts;
  private final Viewer viewer;

  ClauseEditing(Drafts drafts, Viewer viewer) {
    this.drafts = drafts;
    this.viewer = viewer;
  }

  /**
   * Continues the viewer's own open draft of the current version, or starts one.
   *
   * @param clause the number as in the policy
   */
  @POST
  public Response edit(@FormParam("clause") String clause) {
    var inForce = drafts.inForce(Document.POLICY);
    String number = Fields.line(clause, 40);
    List<WrittenClause> clauses = clauses(inForce.text());
    WrittenClause wanted = clauses.get(index(clauses, number).orElseThrow(NotFoundException::new));
    Optional<Draft> own =
        drafts.underWork().stream()
            .filter(d -> d.isPolicy() && d.isOpen() && d.owner().equals(viewer.userName()))
            .filter(d -> d.base().equals(inForce.version()))
            .findFirst();
    long id =
        own.map(Draft::id)
            .orElseGet(
                () ->
                    drafts.begin(
                        Document.POLICY,
                        Fields.line("Clause " + number + ": " + wanted.title(), LONGEST_NAME),
                        inForce.text(),
                        inForce.version(),
                        viewer.userName()));
    return own.map(draft -> index(clauses(draft.body()), number))
        .orElse(index(clauses, number))
        .map(i -> Response.seeOther(URI.create("/policy/clauses/" + id + "/" + i)).build())
        .orElseGet(() -> DraftPages.to(id, ""));
  }

  private static List<WrittenClause> clauses(String text) {
    return WrittenPolicy.of(text).map(WrittenPolicy::clauses).orElse(List.of());
  }

  private static Optional<Integer> index(List<WrittenClause> clauses, String number) {
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).id().equals(number)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
