package hallmonitor.standin.web;

/** Answers one request. An exception becomes a 500 without its text. */
@FunctionalInterface
public interface Route {
  RouteAnswer handle(Request request) throws Exception;
}
