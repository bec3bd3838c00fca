package hallmonitor.moderation.console.appeal;

import hallmonitor.moderation.console.access.OpenPagesBusy;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;

/** What the routes of public forms share. */
public final class FormRoutes {
  private static final System.Logger LOG = System.getLogger(FormRoutes.class.getName());
  private static final int TOO_LARGE = 413;
  private static final int BUSY = 503;
  private static final int FAULT = 500;

  private FormRoutes() {}

  /**
   * Adds a handler that may block.
   *
   * @param failed answers a request that could not be handled
   */
  public static void add(
      Route route, Handler<RoutingContext> handler, Handler<RoutingContext> failed) {
    route.blockingHandler(guarded(handler), false).failureHandler(failed);
  }

  private static Handler<RoutingContext> guarded(Handler<RoutingContext> handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (RuntimeException e) {
        context.fail(e);
      }
    };
  }

  /**
   * Returns the status of the page for a request that could not be handled, and logs what is a
   * fault.
   *
   * @param page for the log
   */
  public static int failed(RoutingContext context, String page) {
    if (context.statusCode() == TOO_LARGE) {
      return TOO_LARGE;
    }
    if (context.failure() instanceof OpenPagesBusy) {
      // A flood must not fill the log as well.
      context.response().putHeader("Retry-After", Integer.toString(OpenPagesBusy.SECONDS));
      return BUSY;
    }
    if (context.failure() != null) {
      LOG.log(System.Logger.Level.ERROR, page + " failed", context.failure());
    }
    return FAULT;
  }

  /** Returns the word that tells a person of such a status. */
  public static String problem(int failed) {
    return switch (failed) {
      case TOO_LARGE -> "problem-large";
      case BUSY -> "problem-crowd";
      default -> "problem-fault";
    };
  }

  /** Returns a field of the form; empty if it was not sent. */
  public static String field(HttpServerRequest request, String name) {
    String value = request.getFormAttribute(name);
    return value == null ? "" : value;
  }

  /** Returns the page's language: what was asked for, or else what the browser prefers. */
  public static String language(HttpServerRequest request) {
    String asked = request.getFormAttribute("lang");
    return FormWords.language(
        asked == null ? request.getParam("lang") : asked, request.getHeader("Accept-Language"));
  }

  /**
   * Sends a page.
   *
   * @param retry whether it may be tried again in an hour
   */
  public static void answer(
      RoutingContext context, int status, boolean retry, String language, String page) {
    var response = context.response().setStatusCode(status);
    if (retry) {
      response.putHeader("Retry-After", "3600");
    }
    response
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Language", language)
        .end(page);
  }
}
