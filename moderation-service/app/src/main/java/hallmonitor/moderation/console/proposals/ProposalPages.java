package hallmonitor.moderation.console.proposals;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Everything that waits for a second person, of any kind. */
@Path("/proposals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class ProposalPages {
  @CheckedTemplate(basePath = "console/proposals")
  static class Templates {
    static native TemplateInstance proposals(
        List<PendingProposal> waiting, List<ApprovalAlarm> untold, String userName);
  }

  private final ConsoleDatabase database;
  private final SecondPerson second;
  private final Viewer viewer;

  ProposalPages(ConsoleDatabase database, SecondPerson second, Viewer viewer) {
    this.database = database;
    this.second = second;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance proposals() {
    return Templates.proposals(waiting(viewer.scope()), untold(), viewer.userName());
  }

  private List<ApprovalAlarm> untold() {
    return database.read(
        h -> h.createQuery(ApprovalAlarm.UNTOLD).map(rows(ApprovalAlarm.class)).list());
  }

  private List<PendingProposal> waiting(Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select w.*, coalesce(u.display_name, w.proposed_by) as proposer
                        from (%s) w left join console_user u on u.user_name = w.proposed_by
                        order by w.proposed_at limit 500
                        """
                            .formatted(PendingProposal.SQL)))
                .bind("audits", viewer.isAudits())
                .bind("manages", viewer.isAdministrator())
                .bind("reads_staff", second.isReadsStaff())
                .map(rows(PendingProposal.class))
                .list());
  }
}
