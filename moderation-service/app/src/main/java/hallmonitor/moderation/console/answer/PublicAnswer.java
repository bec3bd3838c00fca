package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.console.access.ClientAddress;
import hallmonitor.moderation.console.answer.AnswerDoor.State;
import hallmonitor.moderation.console.appeal.AppealRateLimit;
import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.console.appeal.FormRoutes;
import hallmonitor.moderation.console.request.RequestOffice;
import hallmonitor.moderation.console.request.RequestsConfig;
import hallmonitor.moderation.store.answer.AnswerDeliveries;
import hallmonitor.moderation.store.answer.AnswerDeliveries.Delivery;
import hallmonitor.moderation.store.answer.AnswerParts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code /records-request/answer/TOKEN}: what a requester gets, without signing in. Plain routes,
 * as for the form. A link that ended says so; one that was never made tells nothing.
 */
@ApplicationScoped
public class PublicAnswer {
  static final String PATH = "/records-request/answer/";
  static final String PURPOSE = "records answer";

  /** For a part of a megabyte: slower readers are cut off, and ask again. */
  private static final long SECONDS = 120;

  /** For the whole file. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Downloads at once: each holds a thread that the console needs too. */
  private static final int AT_ONCE = 8;

  private final Semaphore downloads = new Semaphore(AT_ONCE);

  @CheckedTemplate(basePath = "answer")
  static class Templates {
    static native TemplateInstance door(AnswerDoor page);
  }

  private final AppealSeal seal;
  private final AppealRateLimit tries;
  private final AnswerDeliveries deliveries;
  private final AnswerParts parts;
  private final RequestOffice office;
  private final RequestsConfig config;
  private final ClientAddress clients;

  PublicAnswer(
      AppealSeal seal,
      AppealRateLimit tries,
      AnswerDeliveries deliveries,
      AnswerParts parts,
      RequestOffice office,
      RequestsConfig config,
      ClientAddress clients) {
    this.seal = seal;
    this.tries = tries;
    this.deliveries = deliveries;
    this.parts = parts;
    this.office = office;
    this.config = config;
    this.clients = clients;
  }

  void register(@Observes Router router) {
    if (config.linkDays() < 1) {
      throw new IllegalStateException(
          "Set HALLMONITOR_REQUESTS_LINK_DAYS to 1 or more and start again: it is "
              + config.linkDays());
    }
    FormRoutes.add(router.get(PATH + ":token"), this::page, this::failed);
    FormRoutes.add(router.get(PATH + ":token/file"), this::file, this::failed);
  }

  private void page(RoutingContext context) {
    String from = clients.of(context.request());
    if (!tries.may("request-look", from, config.looksAnHour())) {
      show(context, Optional.empty(), State.OFTEN);
      return;
    }
    Optional<Delivery> found = deliveries.find(seal.hash(context.pathParam("token")));
    show(context, found, State.of(found, Instant.now()));
  }

  /** The download is on record before its first byte. */
  private void file(RoutingContext context) {
    if (!tries.may("request-file", clients.of(context.request()), config.filesAnHour())) {
      show(context, Optional.empty(), State.OFTEN);
      return;
    }
    Optional<Delivery> found = deliveries.find(seal.hash(context.pathParam("token")));
    State state = State.of(found, Instant.now());
    if (state != State.OPEN) {
      show(context, found, state);
      return;
    }
    if (!downloads.tryAcquire()) {
      show(context, Optional.empty(), State.OFTEN);
      return;
    }
    try {
      send(context, found.orElseThrow());
    } finally {
      downloads.release();
    }
  }

  private void send(RoutingContext context, Delivery delivery) {
    long end = System.nanoTime() + LONGEST.toNanos();
    deliveries.downloaded(delivery);
    HttpServerResponse response =
        context
            .response()
            .putHeader("Content-Type", "application/zip")
            .putHeader("Content-Length", Long.toString(delivery.bytes()))
            .putHeader(
                "Content-Disposition",
                "attachment; filename=\"answer-%s.zip\"".formatted(delivery.number()));
    try {
      for (int number = 0; ; number++) {
        Optional<byte[]> part = parts.part(delivery.answerId(), number);
        if (part.isEmpty()) {
          break;
        }
        if (System.nanoTime() > end) {
          throw new TimeoutException();
        }
        // Waits, so that a slow reader never has more than a part in memory here.
        response
            .write(Buffer.buffer(part.get()))
            .toCompletionStage()
            .toCompletableFuture()
            .get(SECONDS, TimeUnit.SECONDS);
      }
      response.end();
    } catch (ExecutionException | TimeoutException e) {
      // The reader left, or is too slow.
      response.reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      response.reset();
    }
  }

  private void show(RoutingContext context, Optional<Delivery> found, State state) {
    String language = FormRoutes.language(context.request());
    String token = context.pathParam("token");
    AnswerDoor door =
        new AnswerDoor(
            language,
            office.district(),
            office.zone(),
            PATH + (token == null ? "" : token),
            found.orElse(null),
            state);
    FormRoutes.answer(
        context, state.status(), state == State.OFTEN, language, Templates.door(door).render());
  }

  private void failed(RoutingContext context) {
    int status = FormRoutes.failed(context, "the page of an answer");
    if (!context.response().ended() && !context.response().headWritten()) {
      show(context, Optional.empty(), State.failed(status));
    }
  }
}
