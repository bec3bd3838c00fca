package hallmonitor.moderation.console.guidance;

import hallmonitor.moderation.console.appeal.FormRoutes;
import hallmonitor.moderation.console.guidance.GuidanceFormView.Standing;
import hallmonitor.moderation.store.guidance.Attestations;
import hallmonitor.moderation.store.guidance.GuidanceTexts;
import hallmonitor.moderation.store.guidance.GuidanceTexts.GuidanceVersion;
import hallmonitor.moderation.store.guidance.StaffMember;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** {@code /guidelines/...}: the guidelines for staff without access to the console, by a link. */
@ApplicationScoped
public class GuidanceForm {
  private static final System.Logger LOG = System.getLogger(GuidanceForm.class.getName());
  private static final long LONGEST = 4 << 10;

  @CheckedTemplate(basePath = "guidance")
  static class Templates {
    static native TemplateInstance page(GuidanceFormView page);
  }

  private final GuidanceLinks links;
  private final GuidanceTexts texts;
  private final GuidanceStaff staff;
  private final Attestations attestations;

  GuidanceForm(
      GuidanceLinks links, GuidanceTexts texts, GuidanceStaff staff, Attestations attestations) {
    this.links = links;
    this.texts = texts;
    this.staff = staff;
    this.attestations = attestations;
  }

  void register(@Observes Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LONGEST);
    String path = GuidanceLinks.PATH + ":token";
    FormRoutes.add(router.get(path), this::show, this::failed);
    FormRoutes.add(router.post(path).handler(body), this::attest, this::failed);
  }

  private void show(RoutingContext context) {
    Optional<StaffMember> member = links.find(context.pathParam("token"));
    answer(context, member.isPresent() ? 200 : 404, member, Standing.OPEN);
  }

  /** Attests to the version that was shown; one that is no longer current is shown again. */
  private void attest(RoutingContext context) {
    Optional<StaffMember> member = links.find(context.pathParam("token"));
    String read = FormRoutes.field(context.request(), "version");
    GuidanceVersion now = texts.current();
    boolean current = read.equals(String.valueOf(now.version()));
    if (member.isPresent() && current) {
      attestations.attest(member.get(), staff.schoolYear().first(), now.version(), "link");
    }
    Standing next = current ? Standing.OPEN : Standing.CHANGED;
    answer(context, member.isEmpty() ? 404 : current ? 200 : 409, member, next);
  }

  private void answer(
      RoutingContext context, int status, Optional<StaffMember> member, Standing standing) {
    boolean attested =
        member.isPresent()
            && attestations.of(staff.schoolYear().first()).stream()
                .anyMatch(a -> a.person().equals(member.get().key()));
    Standing shown = member.isEmpty() ? Standing.UNKNOWN : attested ? Standing.ATTESTED : standing;
    String language = FormRoutes.language(context.request());
    GuidanceVersion text = texts.current();
    GuidanceFormView page =
        new GuidanceFormView(
            language,
            staff.district().name(),
            GuidanceLinks.PATH + context.pathParam("token"),
            member.map(StaffMember::name).orElse(""),
            staff.schoolYear().getName(),
            text.version(),
            GuidanceHtml.of(text.text(language)),
            shown);
    FormRoutes.answer(context, status, false, language, Templates.page(page).render());
  }

  private void failed(RoutingContext context) {
    LOG.log(System.Logger.Level.ERROR, "the guidelines for staff failed", context.failure());
    context.response().setStatusCode(context.statusCode() < 400 ? 500 : context.statusCode()).end();
  }
}
