package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import hallmonitor.moderation.policy.file.WrittenClause.Condition;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Answers, while a clause's line is being written, what its threshold would cost and reach. */
@Path("/policy/threshold")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class ThresholdPages {
  @CheckedTemplate(basePath = "console/policy")
  static class Templates {
    static native TemplateInstance thresholdFigures(List<Sentence> figures, Sentence how);
  }

  private final ThresholdFigures figures;

  ThresholdPages(ThresholdFigures figures) {
    this.figures = figures;
  }

  /** The parameters are the fields of the clause's form, as typed. */
  @GET
  public TemplateInstance figures(
      @QueryParam("category") String category,
      @QueryParam("at-least") String atLeast,
      @QueryParam("accounts") String accounts,
      @QueryParam("strikes") String strikes) {
    String kinds = Fields.line(accounts, 200);
    Condition line =
        new Condition(
            Fields.line(category, 40),
            Fields.line(atLeast, 20),
            kinds.isEmpty() ? List.of() : List.of(kinds),
            Fields.line(strikes, 20));
    return Templates.thresholdFigures(figures.of(line), Eagerness.in(line));
  }
}
