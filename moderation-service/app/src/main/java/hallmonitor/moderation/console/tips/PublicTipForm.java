package hallmonitor.moderation.console.tips;

import static hallmonitor.moderation.console.appeal.FormRoutes.field;

import hallmonitor.moderation.console.WorkLane;
import hallmonitor.moderation.console.access.ClientAddress;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.console.appeal.FormAge;
import hallmonitor.moderation.console.appeal.FormRoutes;
import hallmonitor.moderation.console.page.RequestGuard;
import hallmonitor.moderation.console.tips.TipFormView.Receipt;
import hallmonitor.moderation.console.tips.TipFormView.Status;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.tips.SchoolLinks.SchoolLink;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Building;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /report}: the form to report something, for the public, by the link of a school, and for
 * people who are signed in. Plain routes, as for appeals. The answer never tells whether a link
 * leads to a comment that was read.
 */
@ApplicationScoped
public class PublicTipForm {
  static final String FORM = RequestGuard.UPLOADS;
  static final String AT_SCHOOL = FORM + "/s/";

  private static final String STATE = FORM + "/state/";
  private static final int TOO_OFTEN = 429;
  private static final int BUSY = 503;

  @CheckedTemplate(basePath = "report")
  static class Templates {
    static native TemplateInstance page(TipFormView page);

    static native TemplateInstance received(TipFormView page, Receipt receipt);

    static native TemplateInstance status(TipFormView page, Status status);

    static native TemplateInstance revoked(TipFormView page);
  }

  private final AppealSeal seal;
  private final FormAge age;
  private final TipLimits limits;
  private final TipIntake intake;
  private final TipPictures pictures;
  private final TipStatuses statuses;
  private final TipKinds kinds;
  private final SchoolLinkTokens tokens;
  private final LiveRules rules;
  private final TipAddresses addresses;
  private final ClientAddress clients;

  PublicTipForm(
      AppealSeal seal,
      FormAge age,
      TipLimits limits,
      TipIntake intake,
      TipPictures pictures,
      TipStatuses statuses,
      TipKinds kinds,
      SchoolLinkTokens tokens,
      LiveRules rules,
      TipAddresses addresses,
      ClientAddress clients) {
    this.seal = seal;
    this.age = age;
    this.limits = limits;
    this.intake = intake;
    this.pictures = pictures;
    this.statuses = statuses;
    this.kinds = kinds;
    this.tokens = tokens;
    this.rules = rules;
    this.addresses = addresses;
    this.clients = clients;
  }

  void register(@Observes Router router) {
    BodyHandler body =
        BodyHandler.create(true)
            .setUploadsDirectory(System.getProperty("java.io.tmpdir"))
            .setDeleteUploadedFilesOnEnd(true)
            .setBodyLimit(RequestGuard.LONGEST_UPLOAD);
    FormRoutes.add(router.get(FORM), this::form, this::failed);
    FormRoutes.add(router.get(AT_SCHOOL + ":token"), this::form, this::failed);
    FormRoutes.add(router.post(FORM).handler(body), this::send, this::failed);
    FormRoutes.add(router.get(STATE + ":token"), this::state, this::failed);
  }

  private void form(RoutingContext context) {
    String token = schoolToken(context);
    Optional<SchoolLink> link = tokens.find(token);
    TipFormView page = page(context, link);
    if (link.isEmpty() && !token.isEmpty()) {
      answer(context, 404, page, Templates.revoked(page));
      return;
    }
    TipForm opened = TipForm.opened(context.request().getParam("link", ""));
    show(context, 200, page.typed(opened.at(only(page.schools())), ""));
  }

  private static String only(List<Building> schools) {
    return schools.size() == 1 ? schools.get(0).id() : "";
  }

  private static String schoolToken(RoutingContext context) {
    String inPath = context.pathParam("token");
    return inPath == null ? field(context.request(), "at") : inPath;
  }

  private void send(RoutingContext context) {
    HttpServerRequest request = context.request();
    String token = schoolToken(context);
    Optional<SchoolLink> link = tokens.find(token);
    TipSender sender = TipSender.of(context, link);
    TipForm typed = TipForm.of(request::getFormAttribute);
    if (link.isPresent()) {
      typed = typed.at(link.get().building());
    }
    TipFormView page = page(context, link).typed(typed, "");
    if (link.isEmpty() && !token.isEmpty()) {
      answer(context, 404, page, Templates.revoked(page));
      return;
    }
    boolean pictured = TipUpload.isAny(context.fileUploads());
    String problem = problem(page, typed, pictured, field(request, "form"));
    if (!problem.isEmpty()) {
      show(context, 422, page.typed(typed, problem));
    } else if (!limits.maySend(sender.way(), sender.countedBy(typed), clients.of(request))) {
      show(context, TOO_OFTEN, page.typed(typed, "problem-often"));
    } else {
      receive(context, page, sender);
    }
  }

  private void receive(RoutingContext context, TipFormView page, TipSender sender) {
    UUID id = intake.id(field(context.request(), "form"), page.typed());
    // Only a bot fills in the invisible field; it gets the usual answer.
    if (field(context.request(), "website").isEmpty()) {
      TipUpload upload;
      try {
        upload = pictures.read(context.fileUploads());
      } catch (WorkLane.Full e) {
        context.response().putHeader("Retry-After", String.valueOf(TipPictures.SECONDS));
        show(context, BUSY, page.typed(page.typed(), "problem-busy"));
        return;
      }
      if (upload.isUnusable()) {
        show(context, 422, page.typed(page.typed(), "problem-picture"));
        return;
      }
      intake.receive(id, page.typed(), sender, upload.screenshot(), page.language());
    }
    String state = STATE + intake.state(id) + "?lang=" + page.language();
    Receipt receipt = new Receipt(seal.code(id).toString(), addresses.of(state));
    answer(context, 200, page, Templates.received(page, receipt));
  }

  /** Returns the name of the first problem, before any picture is read; empty if there is none. */
  private String problem(TipFormView page, TipForm typed, boolean pictured, String form) {
    if (!typed.says() && !pictured) {
      return "problem-empty";
    }
    String wrong = typed.problem(page.schools().stream().map(Building::id).toList(), page.kinds());
    return wrong.isEmpty() ? age.problem(form) : wrong;
  }

  private void state(RoutingContext context) {
    TipFormView page = page(context, Optional.empty());
    if (!limits.mayLook(clients.of(context.request()))) {
      show(context, TOO_OFTEN, page.typed(page.typed(), "problem-often"));
      return;
    }
    Optional<TipStatus> found = statuses.find(seal.hash(context.pathParam("token")));
    Status status = new Status(found.orElse(null));
    answer(context, found.isPresent() ? 200 : 404, page, Templates.status(page, status));
  }

  private TipFormView page(RoutingContext context, Optional<SchoolLink> link) {
    District district = rules.district().current().value();
    String staff = TipSender.of(context, link).person().map(ConsoleUser::displayName).orElse("");
    List<Building> schools =
        district.buildings().stream()
            .filter(b -> link.isEmpty() || link.get().building().equals(b.id()))
            .toList();
    return new TipFormView(
        FormRoutes.language(context.request()),
        district.name(),
        district.timeZone(),
        addresses.of("/"),
        age.token(field(context.request(), "form")),
        kinds.labels(),
        schools,
        link.map(l -> schoolToken(context)).orElse(""),
        staff,
        TipForm.opened(""),
        "");
  }

  private static void show(RoutingContext context, int status, TipFormView page) {
    answer(context, status, page, Templates.page(page));
  }

  private static void answer(
      RoutingContext context, int status, TipFormView page, TemplateInstance shown) {
    FormRoutes.answer(context, status, status == TOO_OFTEN, page.language(), shown.render());
  }

  private void failed(RoutingContext context) {
    int status = FormRoutes.failed(context, "the form to report something");
    TipFormView page = page(context, Optional.empty());
    show(context, status, page.typed(page.typed(), FormRoutes.problem(status)));
  }
}
