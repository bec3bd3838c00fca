package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.console.cases.CasePages.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/**
 * Answers a form on a case: with the updated row for an open page, or with the page of the case.
 */
@RequestScoped
public class CaseAnswers {
  private final CasePages pages;

  CaseAnswers(CasePages pages) {
    this.pages = pages;
  }

  Response of(UUID id, Outcome outcome, boolean partOfPage) {
    int status = outcome.kind().equals("done") ? 200 : 409;
    if (partOfPage) {
      return Response.status(status).entity(pages.row(id, outcome)).build();
    }
    return status == 200
        ? Response.seeOther(URI.create("/cases/" + id)).build()
        : Response.status(status).entity(pages.page(id, outcome)).build();
  }
}
