package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.ACT;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.console.live.Claims;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Claims a case so that others see it, and releases it. */
@Path("/cases/{id}/claim")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ACT)
public class ClaimPages {
  private final CaseQueries cases;
  private final QueueAsides besides;
  private final Claims claims;
  private final Viewer viewer;

  ClaimPages(CaseQueries cases, QueueAsides besides, Claims claims, Viewer viewer) {
    this.cases = cases;
    this.besides = besides;
    this.claims = claims;
    this.viewer = viewer;
  }

  /** Claims it; keeps it if this person already has it. */
  @POST
  public Response claim(@PathParam("id") UUID id, @HeaderParam("HX-Request") String partOfPage) {
    find(id);
    Outcome outcome = Outcome.NONE;
    QueueAside before = besides.of(id, viewer.userName());
    if (before.mine() && before.picked()) {
      claims.leave(id, viewer.userName());
      outcome = new Outcome("done", Sentence.of("Released. Others can pick up this case."));
    } else if (claims.pick(id, viewer.userName())) {
      outcome =
          new Outcome(
              "done", Sentence.of("Assigned to you. Others see that you are reviewing it."));
    } else {
      outcome = new Outcome("problem", taken(find(id), besides.of(id, viewer.userName())));
    }
    return partOfPage == null
        ? Response.seeOther(URI.create("/cases/" + id)).build()
        : Response.ok(row(id, outcome)).build();
  }

  /** Returns why a case cannot be assigned to the viewer. */
  public static Sentence taken(CaseView view, QueueAside beside) {
    return !view.isOpen() || beside.looker() == null
        ? Sentence.of("Only an open case can be assigned.")
        : Sentence.of("{1} is reviewing this already. You can still decide it.", beside.looker());
  }

  private TemplateInstance row(UUID id, Outcome outcome) {
    return CasePages.Templates.caseRow(find(id), besides.of(id, viewer.userName()), outcome);
  }

  private CaseView find(UUID id) {
    return cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}
