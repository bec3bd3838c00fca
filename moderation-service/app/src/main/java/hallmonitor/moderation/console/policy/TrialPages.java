package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.drafting.BacktestRun;
import hallmonitor.moderation.drafting.Backtests;
import hallmonitor.moderation.drafting.DraftRejected;
import hallmonitor.moderation.drafting.ShadowRun;
import hallmonitor.moderation.drafting.ShadowRuns;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Trials of a draft: in shadow beside the current policy, and on the past. */
@Path("/policy/trials/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class TrialPages {
  /** A draft in shadow, and what it would have done. */
  public record Shadow(
      DraftPage file,
      long judged,
      List<TrialQueries.Count> counts,
      List<TrialQueries.Differing> differing) {
    /** Returns whether the shadow uses an older text than the draft's current one. */
    public boolean isOfOlderText() {
      return file.shadowRun().filter(run -> !run.body().equals(file.draft().body())).isPresent();
    }
  }

  /** A backtest of a draft. */
  public record Backtest(
      DraftPage file, List<TrialQueries.Count> counts, List<TrialQueries.Differing> examples) {
    public boolean isOfOlderText() {
      return file.backtestRun().filter(run -> !run.body().equals(file.draft().body())).isPresent();
    }
  }

  @CheckedTemplate(basePath = "console/policy")
  static class Templates {
    static native TemplateInstance shadow(Shadow trial, PageMessage message);

    static native TemplateInstance backtest(Backtest trial, PageMessage message);

    static native TemplateInstance backtestProgress(DraftPage file);
  }

  private final DraftDesk desk;
  private final ShadowRuns shadows;
  private final Backtests backtests;
  private final TrialQueries queries;
  private final RequestAudit audit;
  private final Viewer viewer;

  TrialPages(
      DraftDesk desk,
      ShadowRuns shadows,
      Backtests backtests,
      TrialQueries queries,
      RequestAudit audit,
      Viewer viewer) {
    this.desk = desk;
    this.shadows = shadows;
    this.backtests = backtests;
    this.queries = queries;
    this.audit = audit;
    this.viewer = viewer;
  }

  /** Quotes comments, so the read is recorded. */
  @GET
  @Path("shadow")
  public TemplateInstance shadow(@PathParam("id") long id) {
    return shadow(id, PageMessage.NONE);
  }

  private TemplateInstance shadow(long id, PageMessage message) {
    DraftPage file = desk.page(id);
    Optional<Long> run = file.shadowRun().map(ShadowRun::id);
    audit.add(viewer.userName(), "shadow-read", "draft " + id, "");
    return Templates.shadow(
        new Shadow(
            file,
            run.map(queries::judgedInShadow).orElse(0L),
            run.map(queries::shadowCounts).orElse(List.of()),
            run.map(r -> queries.shadowDiffering(r, viewer.scope())).orElse(List.of())),
        message);
  }

  @POST
  @Path("shadow")
  @RolesAllowed(ADMINISTRATOR)
  public Response shadow(
      @PathParam("id") long id,
      @FormParam("act") String act,
      @FormParam("days") int days,
      @FormParam("percent") int percent) {
    try {
      if ("stop".equals(act)) {
        desk.find(id);
        shadows.stop(id, viewer.userName());
      } else {
        shadows.start(desk.find(id), days, percent, viewer.userName());
      }
      return Response.seeOther(URI.create("/policy/trials/" + id + "/shadow")).build();
    } catch (DraftRejected e) {
      return Response.status(409).entity(shadow(id, PageMessage.problem(e.sentence()))).build();
    }
  }

  /** Quotes comments, so the read is recorded. */
  @GET
  @Path("backtest")
  public TemplateInstance backtest(@PathParam("id") long id) {
    return backtest(id, PageMessage.NONE);
  }

  private TemplateInstance backtest(long id, PageMessage message) {
    audit.add(viewer.userName(), "backtest-read", "draft " + id, "");
    return Templates.backtest(found(id), message);
  }

  private Backtest found(long id) {
    DraftPage file = desk.page(id);
    Optional<Long> run = file.backtestRun().map(BacktestRun::id);
    return new Backtest(
        file,
        run.map(queries::backtestCounts).orElse(List.of()),
        run.map(r -> queries.backtestExamples(r, viewer.scope())).orElse(List.of()));
  }

  /** Returns the progress, for a page that polls while it runs; quotes nothing. */
  @GET
  @Path("backtest/progress")
  public Response progress(@PathParam("id") long id) {
    DraftPage file = desk.page(id);
    Response.ResponseBuilder answer = Response.ok(Templates.backtestProgress(file));
    boolean running = file.backtestRun().filter(BacktestRun::isRunning).isPresent();
    return running ? answer.build() : answer.header("HX-Refresh", "true").build();
  }

  @POST
  @Path("backtest")
  @RolesAllowed(ADMINISTRATOR)
  public Response backtest(
      @PathParam("id") long id, @FormParam("act") String act, @FormParam("days") int days) {
    try {
      if ("cancel".equals(act)) {
        desk.find(id);
        backtests.cancel(id, viewer.userName());
      } else {
        backtests.start(desk.find(id), days, viewer.userName());
      }
      return Response.seeOther(URI.create("/policy/trials/" + id + "/backtest")).build();
    } catch (DraftRejected e) {
      return Response.status(409).entity(backtest(id, PageMessage.problem(e.sentence()))).build();
    }
  }
}
