package hallmonitor.moderation.console.bulk;

import static hallmonitor.moderation.console.access.Permission.ACT;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CaseQueries;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.console.cases.ClaimPages;
import hallmonitor.moderation.console.cases.QueueAsides;
import hallmonitor.moderation.console.live.Claims;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Assigns several cases to the viewer, and releases them again. */
@Path("/bulk/assign")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ACT)
public class BulkClaimPages {
  @CheckedTemplate(basePath = "console/bulk")
  static class Templates {
    static native TemplateInstance bulkResults(BulkResults results);
  }

  private final CaseQueries cases;
  private final QueueAsides besides;
  private final Claims claims;
  private final Viewer viewer;

  BulkClaimPages(CaseQueries cases, QueueAsides besides, Claims claims, Viewer viewer) {
    this.cases = cases;
    this.besides = besides;
    this.claims = claims;
    this.viewer = viewer;
  }

  /**
   * Assigns or releases.
   *
   * @param act {@code release}, or else assigns
   */
  @POST
  public Response assign(@FormParam("case") List<UUID> ids, @FormParam("act") String act) {
    List<UUID> chosen = ids == null ? List.of() : ids.stream().distinct().toList();
    Sentence unusable = BulkPages.unusable(chosen.size());
    if (!unusable.isEmpty()) {
      return BulkPages.refused(unusable);
    }
    List<CaseView> found = cases.all(chosen, viewer.scope());
    return Response.ok(
            Templates.bulkResults("release".equals(act) ? released(found) : assigned(found)))
        .build();
  }

  private BulkResults assigned(List<CaseView> found) {
    List<BulkResults.Row> rows = found.stream().map(this::assigned).toList();
    return new BulkResults(
        Sentence.of("Assigned to you: {1} of {2}", BulkResults.done(rows), rows.size()),
        rows,
        true);
  }

  private BulkResults.Row assigned(CaseView view) {
    boolean mine = claims.pick(view.caseId(), viewer.userName());
    return new BulkResults.Row(
        view,
        mine,
        mine
            ? Sentence.of("Assigned to you. Others see that you are reviewing it.")
            : ClaimPages.taken(view, besides.of(view.caseId(), viewer.userName())));
  }

  private BulkResults released(List<CaseView> found) {
    found.forEach(view -> claims.leave(view.caseId(), viewer.userName()));
    Sentence released = Sentence.of("Released. Others can pick up this case.");
    return new BulkResults(
        Sentence.of("Released: {1} of {2}", found.size(), found.size()),
        found.stream().map(view -> new BulkResults.Row(view, true, released)).toList(),
        false);
  }
}
