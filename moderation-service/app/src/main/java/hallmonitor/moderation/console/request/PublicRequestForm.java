package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;
import static hallmonitor.moderation.console.appeal.FormRoutes.field;

import hallmonitor.messaging.http.ClientNetwork;
import hallmonitor.moderation.casework.request.RequestStatute;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.ClientAddress;
import hallmonitor.moderation.console.appeal.AppealRateLimit;
import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.console.appeal.FormAge;
import hallmonitor.moderation.console.appeal.FormRoutes;
import hallmonitor.moderation.console.request.RequestFormView.FoundStatus;
import hallmonitor.moderation.console.request.RequestFormView.RequestReceipt;
import hallmonitor.moderation.store.request.NewRequest;
import hallmonitor.moderation.store.request.NewRequest.Way;
import hallmonitor.moderation.store.request.RequestDesk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /records-request}: the form to ask for public records. Plain routes, as for appeals. The
 * status is found by a private link only, and tells nothing of other requests.
 */
@ApplicationScoped
public class PublicRequestForm {
  static final String FORM = "/records-request";

  private static final String STATE = FORM + "/state/";
  private static final String PURPOSE = "request state";
  private static final int LONGEST_BODY = 64 * 1024;
  private static final int TOO_OFTEN = 429;

  @CheckedTemplate(basePath = "request")
  static class Templates {
    static native TemplateInstance page(RequestFormView page);

    static native TemplateInstance received(RequestFormView page, RequestReceipt receipt);

    static native TemplateInstance status(RequestFormView page, FoundStatus status);

    static native TemplateInstance closed(RequestFormView page);
  }

  private final AppealSeal seal;
  private final FormAge age;
  private final AppealRateLimit tries;
  private final RequestDesk desk;
  private final RequestOffice office;
  private final RequestRecipients recipients;
  private final ConsoleDatabase database;
  private final ClientAddress clients;
  private final RequestsConfig config;

  PublicRequestForm(
      AppealSeal seal,
      FormAge age,
      AppealRateLimit tries,
      RequestDesk desk,
      RequestOffice office,
      RequestRecipients recipients,
      ConsoleDatabase database,
      ClientAddress clients,
      RequestsConfig config) {
    this.seal = seal;
    this.age = age;
    this.tries = tries;
    this.desk = desk;
    this.office = office;
    this.recipients = recipients;
    this.database = database;
    this.clients = clients;
    this.config = config;
  }

  void register(@Observes Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
    FormRoutes.add(router.get(FORM), this::form, this::failed);
    FormRoutes.add(router.post(FORM).handler(body), this::send, this::failed);
    FormRoutes.add(router.get(STATE + ":token"), this::state, this::failed);
  }

  /** Empty while the district takes no requests here. */
  private Optional<RequestStatute> open() {
    return office.statute().filter(statute -> office.rules().publicForm());
  }

  private void form(RoutingContext context) {
    show(context, 200, page(context));
  }

  private void send(RoutingContext context) {
    HttpServerRequest request = context.request();
    RequestForm typed = RequestForm.of(request::getFormAttribute);
    RequestFormView page = page(context).typed(typed, "");
    Optional<RequestStatute> statute = open();
    if (statute.isEmpty()) {
      show(context, 404, page);
      return;
    }
    String form = field(request, "form");
    String problem = typed.problem().isEmpty() ? age.problem(form) : typed.problem();
    if (!problem.isEmpty()) {
      show(context, 422, page.typed(typed, problem));
      return;
    }
    // Only a bot fills in the invisible field; it gets the usual answer, and closes the form to
    // nobody.
    boolean person = field(request, "website").isEmpty();
    if (person && !maySend(clients.of(request))) {
      show(context, TOO_OFTEN, page.typed(typed, "problem-often"));
    } else {
      UUID id = seal.id("request", form, typed.words(), typed.who(), typed.contact());
      if (person) {
        take(id, typed, statute.get(), page.language());
      }
      String link = STATE + seal.token(PURPOSE, id) + "?lang=" + page.language();
      RequestReceipt receipt =
          new RequestReceipt(seal.code(id).toString(), link, recipients.areThere());
      answer(context, 200, page, Templates.received(page, receipt));
    }
  }

  /** In this order, so that what one address or network sends in vain counts for nobody else. */
  private boolean maySend(String from) {
    return tries.may("request", from, config.sendsAnHour())
        && tries.may("request-near", ClientNetwork.around(from), config.nearSendsAnHour())
        && tries.may("request-all", "everyone", config.allSendsAnHour());
  }

  private void take(UUID id, RequestForm typed, RequestStatute statute, String language) {
    Instant now = Instant.now();
    boolean commercial = typed.commercial() && statute.commercial().isPresent();
    desk.take(
        new NewRequest(
            id,
            seal.code(id),
            Optional.of(seal.hash(seal.token(PURPOSE, id))),
            Way.FORM,
            typed.who(),
            typed.contact(),
            typed.words(),
            language,
            commercial,
            now,
            statute.id(),
            office.deadline(statute, now, commercial),
            ""));
  }

  private void state(RoutingContext context) {
    RequestFormView page = page(context);
    if (!tries.may("request-look", clients.of(context.request()), config.looksAnHour())) {
      show(context, TOO_OFTEN, page.typed(page.typed(), "problem-often"));
      return;
    }
    Optional<RequestStatus> found = find(seal.hash(context.pathParam("token")));
    FoundStatus status = new FoundStatus(found.orElse(null));
    answer(context, found.isPresent() ? 200 : 404, page, Templates.status(page, status));
  }

  private Optional<RequestStatus> find(String hash) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select year as number_year, position as number_position, code, received_on, first_due, due, state
                    from records_request where status_hash = :hash and disposal_id is null
                    """)
                .bind("hash", hash)
                .map(rows(RequestStatus.class))
                .findOne());
  }

  private RequestFormView page(RoutingContext context) {
    return new RequestFormView(
        FormRoutes.language(context.request()),
        office.district(),
        age.token(field(context.request(), "form")),
        RequestForm.NOTHING,
        "",
        open().orElse(null));
  }

  private static void show(RoutingContext context, int status, RequestFormView page) {
    if (page.statute() == null) {
      answer(context, 404, page, Templates.closed(page));
    } else {
      answer(context, status, page, Templates.page(page));
    }
  }

  private static void answer(
      RoutingContext context, int status, RequestFormView page, TemplateInstance shown) {
    FormRoutes.answer(context, status, status == TOO_OFTEN, page.language(), shown.render());
  }

  private void failed(RoutingContext context) {
    int status = FormRoutes.failed(context, "the form to request records");
    RequestFormView page = page(context);
    show(context, status, page.typed(page.typed(), FormRoutes.problem(status)));
  }
}
