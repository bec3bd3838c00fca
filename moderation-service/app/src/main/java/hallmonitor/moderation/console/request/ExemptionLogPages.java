package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

/** The log of exemptions of a request, also called a Vaughn index: a page, and a file. */
@Path("/requests/{id}")
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class ExemptionLogPages {
  private static final int ON_A_PAGE = 200;
  private static final int AT_ONCE = 500;

  @CheckedTemplate(basePath = "console/request")
  static class Templates {
    static native TemplateInstance exemptions(ExemptionLog log);
  }

  private final RequestQueries requests;
  private final ExemptionLogQueries queries;
  private final RequestOffice office;
  private final RequestAudit audit;
  private final Viewer viewer;

  ExemptionLogPages(
      RequestQueries requests,
      ExemptionLogQueries queries,
      RequestOffice office,
      RequestAudit audit,
      Viewer viewer) {
    this.requests = requests;
    this.queries = queries;
    this.office = office;
    this.audit = audit;
    this.viewer = viewer;
  }

  /**
   * Shows the log.
   *
   * @param after number of the last item of the page before
   */
  @GET
  @Path("exemptions")
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance log(@PathParam("id") UUID id, @QueryParam("after") long after) {
    RequestView request = request(id);
    Scope scope = viewer.scope();
    audit.read(viewer.userName(), "request-exemptions-read", "request " + request.number());
    List<ExemptionEntry> entries = queries.entries(id, after, ON_A_PAGE, scope);
    long last = last(entries);
    boolean more = last > 0 && !queries.entries(id, last, 1, scope).isEmpty();
    return Templates.exemptions(
        new ExemptionLog(request, entries, more ? last : 0, queries.unseen(id, scope)));
  }

  private RequestView request(UUID id) {
    return requests.find(id, true).orElseThrow(NotFoundException::new);
  }

  private static long last(List<ExemptionEntry> entries) {
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).number();
  }

  /** Returns the whole log as a file in the requester's language, and records the export. */
  @GET
  @Path("exemptions.csv")
  public Response file(@PathParam("id") UUID id) {
    RequestView request = request(id);
    Scope scope = viewer.scope();
    audit.read(viewer.userName(), "request-exemptions-downloaded", "request " + request.number());
    ExemptionCsv csv = new ExemptionCsv(request.language(), office.zone(), true);
    StreamingOutput lines = out -> write(out, id, csv, scope);
    return Response.ok(lines, "text/csv;charset=UTF-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"exemptions-" + request.number() + ".csv\"")
        .build();
  }

  /** Writes in portions, so that 100,000 items need little memory. */
  private void write(OutputStream out, UUID id, ExemptionCsv csv, Scope scope) throws IOException {
    out.write(csv.head().getBytes(UTF_8));
    List<ExemptionEntry> entries = queries.entries(id, 0, AT_ONCE, scope);
    while (!entries.isEmpty()) {
      StringBuilder lines = new StringBuilder();
      entries.forEach(entry -> lines.append(csv.line(entry)));
      out.write(lines.toString().getBytes(UTF_8));
      entries = queries.entries(id, last(entries), AT_ONCE, scope);
    }
    long unseen = queries.unseen(id, scope);
    if (unseen > 0) {
      out.write(csv.unseen(unseen).getBytes(UTF_8));
    }
  }
}
