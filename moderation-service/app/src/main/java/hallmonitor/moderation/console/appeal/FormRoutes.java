package hallmonitor.moderation.console.appeal;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;

/** What the routes of public forms share. */
public final class FormRoutes {
  public static final int TOO_LARGE = 413;

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
