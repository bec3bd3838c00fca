package hallmonitor.moderation.console.audit;

import static hallmonitor.moderation.console.access.Permission.AUDIT;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.audit.AuditQueries.AuditCursor;
import hallmonitor.moderation.console.audit.AuditQueries.Choice;
import hallmonitor.moderation.console.page.Csv;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit log, as a page and as a file. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(AUDIT)
public class AuditPages {
  static final int PAGE = 50;
  private static final int AT_ONCE = 1_000;

  /**
   * A page.
   *
   * @param next where the next page starts; empty on the last one
   */
  record Page(List<AuditEntry> entries, String next) {}

  @CheckedTemplate(basePath = "console/audit")
  static class Templates {
    static native TemplateInstance audit(
        AuditFilter filter, Page page, List<Choice> actors, List<Choice> acts, boolean first);
  }

  private final AuditQueries queries;
  private final RequestAudit log;
  private final LiveRules rules;
  private final Viewer viewer;

  AuditPages(AuditQueries queries, RequestAudit log, LiveRules rules, Viewer viewer) {
    this.queries = queries;
    this.log = log;
    this.rules = rules;
    this.viewer = viewer;
  }

  @GET
  public Response page(
      @QueryParam("actor") String actor,
      @QueryParam("act") String act,
      @QueryParam("case") String aboutCase,
      @QueryParam("from") String from,
      @QueryParam("until") String until,
      @QueryParam("after") @Nullable String after) {
    AuditFilter filter = AuditFilter.of(actor, act, aboutCase, from, until);
    Optional<AuditCursor> cursor = AuditCursor.parse(after);
    boolean usable = filter.getProblem().isEmpty();
    Page page = usable ? page(filter, cursor) : new Page(List.of(), "");
    return Response.status(usable ? 200 : 422)
        .entity(Templates.audit(filter, page, queries.actors(), queries.acts(), cursor.isEmpty()))
        .build();
  }

  private Page page(AuditFilter filter, Optional<AuditCursor> after) {
    List<AuditEntry> found = queries.page(filter, after, viewer.scope(), zone(), PAGE + 1);
    return found.size() <= PAGE
        ? new Page(found, "")
        : new Page(found.subList(0, PAGE), found.get(PAGE - 1).here().toString());
  }

  /** Returns all filtered rows as a file, and records the export. */
  @GET
  @Path("audit.csv")
  public Response file(
      @QueryParam("actor") String actor,
      @QueryParam("act") String act,
      @QueryParam("case") String aboutCase,
      @QueryParam("from") String from,
      @QueryParam("until") String until) {
    AuditFilter filter = AuditFilter.of(actor, act, aboutCase, from, until);
    if (!filter.getProblem().isEmpty()) {
      return page(actor, act, aboutCase, from, until, null);
    }
    log.add(viewer.userName(), "audit-downloaded", "audit", filter.getQuery());
    Scope scope = viewer.scope();
    ZoneId zone = zone();
    StreamingOutput lines = out -> write(out, filter, scope, zone);
    return Response.ok(lines, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }

  /** Writes in portions, so that a long log needs little memory. */
  private void write(OutputStream out, AuditFilter filter, Scope scope, ZoneId zone)
      throws IOException {
    out.write(
        (Csv.START + Csv.line("time", "user", "name", "act", "target", "case", "detail"))
            .getBytes(UTF_8));
    Optional<AuditCursor> after = Optional.empty();
    List<AuditEntry> entries;
    do {
      entries = queries.page(filter, after, scope, zone, AT_ONCE);
      StringBuilder lines = new StringBuilder();
      for (AuditEntry e : entries) {
        lines.append(Csv.line(e.at, e.actor, e.actorName, e.act, e.target, e.caseId, e.detail));
      }
      out.write(lines.toString().getBytes(UTF_8));
      after = entries.stream().reduce((a, b) -> b).map(AuditEntry::here);
    } while (entries.size() == AT_ONCE);
  }

  private ZoneId zone() {
    return rules.district().current().value().timeZone();
  }
}
