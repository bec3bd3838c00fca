package hallmonitor.moderation.console.reports;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reports as a page, CSV and PDF, within the viewer's scope. */
@Path("/reports")
@RolesAllowed(READ)
public class ReportPages {
  @CheckedTemplate(basePath = "console/reports")
  static class Templates {
    static native TemplateInstance reports(
        ReportQuery question,
        @Nullable Instant countedUntil,
        List<Headline> headlines,
        List<ReportTable> tables,
        Chart judged,
        Chart answers,
        List<District.Building> buildings,
        List<District.Account> accounts);
  }

  private final FigureQueries queries;
  private final LiveRules rules;
  private final ConsoleConfig config;
  private final RequestAudit audit;
  private final Viewer viewer;

  ReportPages(
      FigureQueries queries,
      LiveRules rules,
      ConsoleConfig config,
      RequestAudit audit,
      Viewer viewer) {
    this.queries = queries;
    this.rules = rules;
    this.config = config;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance page(
      @QueryParam("span") String span,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("building") String building,
      @QueryParam("account") String account) {
    ReportQuery question = question(span, from, to, building, account);
    ReportFigures figures = queries.ask(question);
    List<DayVolume> buckets = ReportBuckets.of(question.span(), figures.volumes());
    District district = district();
    return Templates.reports(
        question,
        figures.countedUntil().orElse(null),
        new Headlines(figures.totals(), queries.totals(question.before()), question.span().days())
            .all(),
        tables(question, figures, ReaderLanguage.locale()),
        Charts.judged(buckets),
        Charts.answers(buckets),
        district.buildings().stream().filter(b -> question.scope().sees(b.id())).toList(),
        district.accounts().stream().filter(question.scope()::sees).toList());
  }

  @GET
  @Path("report.csv")
  public Response csv(
      @QueryParam("span") String span,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("building") String building,
      @QueryParam("account") String account) {
    ReportQuery question = question(span, from, to, building, account);
    byte[] file =
        ReportFile.of(heading(question), tables(question, queries.ask(question), Locale.US));
    return exported(question, "csv", "text/csv; charset=utf-8", file);
  }

  @GET
  @Path("report.pdf")
  public Response pdf(
      @QueryParam("span") String span,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("building") String building,
      @QueryParam("account") String account) {
    ReportQuery question = question(span, from, to, building, account);
    byte[] file =
        ReportPdf.of(
            "Comment moderation, " + district().name(),
            heading(question),
            tables(question, queries.ask(question), Locale.US));
    return exported(question, "pdf", "application/pdf", file);
  }

  private ReportQuery question(
      String span, String from, String to, String building, String account) {
    LocalDate today = LocalDate.ofInstant(Instant.now(), district().timeZone());
    return new ReportQuery(
        ReportPeriod.of(span, from, to, today, config.schoolYearFrom()),
        building,
        account,
        district().timeZone(),
        viewer.scope());
  }

  private List<ReportTable> tables(ReportQuery question, ReportFigures figures, Locale locale) {
    return new ReportTables(
            figures,
            question.span(),
            viewer.isAdministrator(),
            locale,
            id -> id.isEmpty() ? Sentence.of("No school") : DisplayLabels.building(id),
            id -> clause(id, locale))
        .all();
  }

  /** In the reader's language on a page; files are in English. */
  private CharSequence clause(String id, Locale locale) {
    if (id.isEmpty()) {
      return Sentence.of("No clause: a check failed");
    }
    return rules
        .clause(id)
        .<CharSequence>map(
            c -> locale.equals(Locale.US) ? id + " " + c.title() : ClauseTexts.numbered(c))
        .orElseGet(() -> Sentence.of("{1} (no longer in the policy)", id));
  }

  /** Returns the heading of a file, always in English. */
  private String heading(ReportQuery question) {
    return "From %s to %s%s%s. Made %s by %s."
        .formatted(
            question.span().from(),
            question.span().to(),
            question.building().isEmpty() ? "" : ", " + DisplayLabels.building(question.building()),
            question.account().isEmpty() ? "" : ", " + DisplayLabels.account(question.account()),
            DisplayLabels.recordedMoment(Instant.now()),
            viewer.getDisplayName());
  }

  /** Records the export in the audit log. */
  private Response exported(ReportQuery question, String kind, String type, byte[] file) {
    audit.add(viewer.userName(), "report-exported", kind, question.getAddress());
    String name =
        "hall-monitor-%s-%s.%s".formatted(question.span().from(), question.span().to(), kind);
    return Response.ok(file, type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  private District district() {
    return rules.district().current().value();
  }
}
