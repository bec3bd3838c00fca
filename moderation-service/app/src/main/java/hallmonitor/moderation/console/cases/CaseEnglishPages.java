package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.translation.Translations;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/**
 * A Spanish comment in English, for an open case: it takes a second, so the page of the case does
 * not wait for it.
 */
@Path("/cases/{id}/english")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class CaseEnglishPages {
  @CheckedTemplate(basePath = "console/cases")
  static class Templates {
    static native TemplateInstance caseEnglishText(SpanishHelp help);

    static native TemplateInstance caseEnglishPage(SpanishHelp help);
  }

  private final CaseQueries cases;
  private final Translations translations;
  private final RequestAudit audit;
  private final Viewer viewer;

  CaseEnglishPages(
      CaseQueries cases, Translations translations, RequestAudit audit, Viewer viewer) {
    this.cases = cases;
    this.translations = translations;
    this.audit = audit;
    this.viewer = viewer;
  }

  /**
   * Returns a part of the case's page, or a page of its own where no script runs. A comment without
   * Spanish leads back to its case.
   */
  @GET
  public Response english(@PathParam("id") UUID id, @HeaderParam("HX-Request") boolean part) {
    CaseView view = cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
    CommentGloss gloss = CommentGloss.of(view);
    if (!gloss.isThere()) {
      return Response.seeOther(URI.create("/cases/" + id)).build();
    }
    audit.add(viewer.userName(), "case-translated", id.toString(), "");
    SpanishHelp help =
        new SpanishHelp(id, gloss, translations.english(view.body()).orElse(null), false);
    return Response.ok(part ? Templates.caseEnglishText(help) : Templates.caseEnglishPage(help))
        .build();
  }
}
