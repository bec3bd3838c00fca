package hallmonitor.moderation.console.reports;

import hallmonitor.moderation.console.appeal.FormRoutes;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.page.ClauseTexts;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * {@code /transparency}: what moderation did, for anyone. Names nobody. Plain routes, as the public
 * forms have: no cookie, no sign-in.
 */
@ApplicationScoped
public class TransparencyRoutes {
  private static final System.Logger LOG = System.getLogger(TransparencyRoutes.class.getName());

  @CheckedTemplate(basePath = "transparency")
  static class Templates {
    static native TemplateInstance page(TransparencyPage page);

    static native TemplateInstance fault(TransparencyPage page);
  }

  private final TransparencyQueries queries;
  private final TransparencyConfig config;
  private final LiveRules rules;

  TransparencyRoutes(TransparencyQueries queries, TransparencyConfig config, LiveRules rules) {
    this.queries = queries;
    this.config = config;
    this.rules = rules;
  }

  void register(@Observes Router router) {
    FormRoutes.add(router.get("/transparency"), this::page, this::failed);
    FormRoutes.add(router.get("/transparency.pdf"), this::pdf, this::failed);
  }

  private void page(RoutingContext context) {
    TransparencyPage page = read(context);
    int status = page.published() ? 200 : 404;
    FormRoutes.answer(context, status, false, page.language(), Templates.page(page).render());
  }

  private void pdf(RoutingContext context) {
    TransparencyPage page = read(context);
    if (page.period() == null) {
      FormRoutes.answer(context, 404, false, page.language(), Templates.page(page).render());
      return;
    }
    byte[] file =
        ReportPdf.ofParts(
            page.word("title") + ", " + page.district(),
            page.name(page.period()) + ". " + page.span(),
            page.parts());
    context
        .response()
        .putHeader("Content-Type", "application/pdf")
        .putHeader("Content-Language", page.language())
        .putHeader(
            "Content-Disposition",
            "attachment; filename=\"moderation-%s-%s.pdf\""
                .formatted(page.period().from(), page.period().to()))
        .end(Buffer.buffer(file));
  }

  private TransparencyPage read(RoutingContext context) {
    String language = FormRoutes.language(context.request());
    if (!config.published()) {
      return empty(language, false, List.of());
    }
    List<PublicPeriod> periods = queries.periods();
    return PublicPeriod.find(periods, context.request().getParam("period", ""))
        .map(period -> shown(language, periods, period))
        .orElseGet(() -> empty(language, true, periods));
  }

  private TransparencyPage empty(String language, boolean published, List<PublicPeriod> periods) {
    District district = rules.district().current().value();
    return new TransparencyPage(
        language, district.name(), district.timeZone(), published, periods, null, null, List.of());
  }

  private TransparencyPage shown(String language, List<PublicPeriod> periods, PublicPeriod period) {
    PublicFigures figures = queries.ask(period);
    District district = rules.district().current().value();
    return new TransparencyPage(
        language,
        district.name(),
        district.timeZone(),
        true,
        periods,
        period,
        figures,
        ReportPdf.parts(
            new TransparencyTables(figures, period, id -> clause(id, language)).all(),
            words -> says(words, language)));
  }

  private CharSequence clause(String id, String language) {
    return rules
        .clause(id)
        .<CharSequence>map(c -> id + " " + ClauseTexts.title(c, language))
        .orElseGet(() -> Sentence.of("{1} (no longer in the policy)", id));
  }

  private static String says(CharSequence words, String language) {
    return words instanceof Sentence sentence
        ? ReaderLanguage.says(sentence, language)
        : words.toString();
  }

  private void failed(RoutingContext context) {
    if (context.failure() != null) {
      LOG.log(System.Logger.Level.ERROR, "the public figures cannot be shown", context.failure());
    }
    TransparencyPage page = empty(FormRoutes.language(context.request()), true, List.of());
    FormRoutes.answer(context, 500, false, page.language(), Templates.fault(page).render());
  }
}
