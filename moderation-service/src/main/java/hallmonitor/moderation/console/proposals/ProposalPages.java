package hallmonitor.moderation.console.proposals;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;
import static hallmonitor.moderation.console.access.Right.READ;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Everything that waits for a second person, whatever its kind. */
@Path("/proposals")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class ProposalPages {
  /**
   * @param proposer the display name of who proposed it
   * @param building of its case, where it is about one
   */
  public record Waiting(
      UUID proposalId,
      String kind,
      String subject,
      String clause,
      String proposedBy,
      String proposer,
      String reason,
      Instant proposedAt,
      Instant expiresAt,
      String building) {
    /** Where it is answered; empty for a kind that is answered on a page of its own. */
    public String getLink() {
      return switch (kind) {
        case "delete-comment" -> "/cases/" + subject + "/deletion";
        case "dispose-records", "lift-hold" -> "/records#proposal-" + proposalId;
        default -> "";
      };
    }
  }

  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance proposals(List<Waiting> waiting, String userName);
  }

  private final ConsoleDatabase database;
  private final Viewer viewer;

  ProposalPages(ConsoleDatabase database, Viewer viewer) {
    this.database = database;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance proposals() {
    return Templates.proposals(waiting(viewer.scope()), viewer.userName());
  }

  private List<Waiting> waiting(Scope scope) {
    return database.read(
        h ->
            scope
                .bind(
                    h.createQuery(
                        """
                        select p.proposal_id, p.kind, p.subject, p.clause, p.proposed_by,
                          coalesce(u.display_name, p.proposed_by) as proposer, p.reason, p.proposed_at,
                          p.expires_at, rc.building
                        from proposal p
                        left join review_case rc
                          on rc.case_id = case when p.kind = 'delete-comment' then p.subject::uuid end
                        left join console_user u on u.user_name = p.proposed_by
                        where p.state = 'proposed' and p.expires_at > now()
                          and (p.kind <> 'delete-comment' or %s)
                          and (p.kind not in ('dispose-records', 'lift-hold') or :audits
                            and (:everywhere or p.terms->>'building' = any(:buildings)))
                        order by p.proposed_at limit 500
                        """
                            .formatted(Scope.CASES)))
                .bind("audits", viewer.isAudits())
                .map(rows(Waiting.class))
                .list());
  }
}
