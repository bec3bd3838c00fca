package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.access.Session.Way;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins and ends the session of the browser that sends a request. */
@ApplicationScoped
public class BrowserSessions {
  private final StoredSessions sessions;
  private final SessionCookie cookie;
  private final DeviceCookie device;

  BrowserSessions(StoredSessions sessions, SessionCookie cookie, DeviceCookie device) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.device = device;
  }

  /**
   * Begins a session with an id of its own; the browser's session from before ends.
   *
   * @param passwordHash what the password was compared with; null for none
   * @return false if the access was removed or the password changed meanwhile
   */
  boolean begin(String userName, Way way, @Nullable String passwordHash, RoutingContext context) {
    cookie.read(context).ifPresent(sessions::end);
    Optional<String> id = sessions.begin(userName, way, passwordHash);
    id.ifPresent(
        begun -> {
          cookie.give(begun, context);
          if (way == Way.PASSWORD || way == Way.PASSKEY) {
            device.remember(userName, context);
          }
        });
    return id.isPresent();
  }

  /** Begins a session that no password was needed for. */
  public boolean begin(String userName, Way way, RoutingContext context) {
    return begin(userName, way, null, context);
  }

  /** Ends this browser's session, if it has one. */
  void end(RoutingContext context) {
    cookie.read(context).ifPresent(sessions::end);
    cookie.take(context);
    // Not the rest: cookies tell known devices, and the storage of scripts has only preferences.
    context.response().putHeader("Clear-Site-Data", "\"cache\"");
  }
}
