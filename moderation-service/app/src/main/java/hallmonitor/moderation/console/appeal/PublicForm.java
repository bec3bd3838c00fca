package hallmonitor.moderation.console.appeal;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.console.access.ClientAddress;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.ObjectionRules;
import hallmonitor.settings.district.District.Account;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * {@code /appeal}. Uses plain routes, because the console's form guard needs a cookie and this page
 * has none. The answer to an appeal does not reveal whether its reference exists, or who is
 * blocked.
 */
@ApplicationScoped
public class PublicForm {
  private static final int LONGEST_BODY = 32 * 1024;
  private static final int TOO_OFTEN = 429;

  @CheckedTemplate(basePath = "appeal")
  static class Templates {
    static native TemplateInstance page(AppealPage page);
  }

  private final AppealSeal seal;
  private final AppealRateLimit tries;
  private final AppealReceiver receiver;
  private final AppealStatuses standings;
  private final LiveRules rules;
  private final ObjectionRules objections;
  private final FormAge age;
  private final ClientAddress addresses;
  private final Duration answerAfter;

  PublicForm(
      AppealSeal seal,
      AppealRateLimit tries,
      AppealReceiver receiver,
      AppealStatuses standings,
      LiveRules rules,
      ObjectionRules objections,
      FormAge age,
      ClientAddress addresses,
      AppealConfig config) {
    this.seal = seal;
    this.tries = tries;
    this.receiver = receiver;
    this.standings = standings;
    this.rules = rules;
    this.objections = objections;
    this.age = age;
    this.addresses = addresses;
    this.answerAfter = config.answerAfter();
  }

  void register(@Observes Router router) {
    Handler<RoutingContext> body = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
    route(router.get("/appeal"), this::form);
    route(router.post("/appeal").handler(body), this::send);
    route(router.post("/appeal/state").handler(body), this::look);
  }

  private void route(Route route, Handler<RoutingContext> handler) {
    FormRoutes.add(route, handler, this::failed);
  }

  private void form(RoutingContext context) {
    String reference = context.request().getParam("ref", "");
    answer(context, 200, page(context).typed(AppealForm.NOTHING.withReference(cut(reference))));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 40));
  }

  private void send(RoutingContext context) {
    long started = System.nanoTime();
    HttpServerRequest request = context.request();
    AppealForm typed = AppealForm.of(request::getFormAttribute);
    AppealPage page = page(context).typed(typed);
    String problem =
        typed.problem(page.pages().stream().map(Account::id).collect(Collectors.toSet()));
    String form = FormRoutes.field(request, "form");
    if (problem.isEmpty()) {
      problem = age.problem(form);
    }
    if (!problem.isEmpty()) {
      answer(context, 422, page.problem(problem));
      return;
    }
    if (!maySend(request, typed)) {
      answer(context, TOO_OFTEN, page.problem("problem-often"));
      return;
    }
    String about =
        typed.byName()
            ? typed.page() + "/" + typed.author()
            : typed.parsedReference().orElseThrow().toString();
    UUID id = seal.appealId(form, about, typed.why());
    ShortCode reference = typed.parsedReference().orElseGet(() -> seal.reference(id));
    // Only a bot fills in the invisible field; it gets the usual answer.
    if (FormRoutes.field(request, "website").isEmpty()) {
      receiver.receive(id, reference, typed);
    }
    answerLater(
        context,
        started,
        page.typed(typed.withReference(reference.toString())).received(seal.code(id).toString()));
  }

  private boolean maySend(HttpServerRequest request, AppealForm typed) {
    String from = addresses.of(request);
    return typed
        .parsedReference()
        .filter(reference -> !typed.byName())
        .map(reference -> tries.maySend(from, receiver.knows(reference)))
        .orElseGet(() -> tries.maySendByName(from));
  }

  /** Answers everyone after the same time, whatever was found. */
  private void answerLater(RoutingContext context, long started, AppealPage page) {
    long spent = Duration.ofNanos(System.nanoTime() - started).toMillis();
    long left = Math.max(1, answerAfter.toMillis() - spent);
    String html = Templates.page(page).render();
    context
        .vertx()
        .setTimer(left, id -> FormRoutes.answer(context, 200, false, page.language(), html));
  }

  private void look(RoutingContext context) {
    HttpServerRequest request = context.request();
    AppealForm typed = AppealForm.of(request::getFormAttribute);
    AppealPage page = page(context).typed(typed);
    if (typed.parsedReference().isEmpty() || typed.parsedCode().isEmpty()) {
      boolean slipped = typed.parsedReference().isEmpty();
      answer(context, 422, page.problem(slipped ? "problem-reference" : "problem-code"));
    } else if (seal.madeAt(FormRoutes.field(request, "form")).isEmpty()) {
      answer(context, 422, page.problem("problem-old"));
    } else {
      lookUp(context, typed.parsedReference().orElseThrow(), page);
    }
  }

  private void lookUp(RoutingContext context, ShortCode reference, AppealPage page) {
    long started = System.nanoTime();
    if (!tries.mayLook(addresses.of(context.request()), receiver.knows(reference))) {
      answer(context, TOO_OFTEN, page.problem("problem-often"));
      return;
    }
    String hash = seal.hash(page.typed().parsedCode().orElseThrow());
    answerLater(context, started, page.found(standings.find(reference, hash).orElse(null)));
  }

  private AppealPage page(RoutingContext context) {
    HttpServerRequest request = context.request();
    var district = rules.district().current().value();
    return new AppealPage(
        FormRoutes.language(request),
        district.name(),
        district.timeZone(),
        age.token(FormRoutes.field(request, "form")),
        AppealForm.NOTHING,
        "",
        "",
        district.accounts(),
        objections.current().appeals().answerWithin(),
        false,
        null);
  }

  private static void answer(RoutingContext context, int status, AppealPage page) {
    String html = Templates.page(page).render();
    FormRoutes.answer(context, status, status == TOO_OFTEN, page.language(), html);
  }

  private void failed(RoutingContext context) {
    int status = FormRoutes.failed(context, "the public form");
    answer(context, status, page(context).problem(FormRoutes.problem(status)));
  }
}
