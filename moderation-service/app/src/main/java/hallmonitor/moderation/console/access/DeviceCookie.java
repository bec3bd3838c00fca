package hallmonitor.moderation.console.access;

import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager.RestoreResult;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Remembers in a browser who signed in on it, encrypted and authenticated. It opens nothing: such a
 * device only does not wait for what strangers caused. The scheme is that of <a
 * href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">
 * OWASP's device cookies</a>.
 */
@ApplicationScoped
class DeviceCookie {
  private static final String NAME = "hallmonitor-device";
  private static final Duration KEPT = Duration.ofDays(180);

  private final PersistentLoginManager cookies;
  private final ConsoleAddress address;

  DeviceCookie(
      @ConfigProperty(name = "quarkus.http.auth.session.encryption-key") Optional<String> key,
      ConsoleAddress address) {
    this.address = address;
    this.cookies =
        new PersistentLoginManager(
            key.orElseGet(Passwords::generate),
            NAME,
            KEPT.toMillis(),
            KEPT.toMillis(),
            true,
            "STRICT",
            "/sign-in",
            KEPT.toSeconds(),
            null);
  }

  /** Returns the device that sends the request, if anybody signed in on it. */
  Optional<KnownDevice> read(RoutingContext context) {
    return Optional.ofNullable(cookies.restore(context))
        .map(RestoreResult::getPrincipal)
        .flatMap(KnownDevice::parse);
  }

  /** Adds a person who has just signed in. */
  void remember(String userName, RoutingContext context) {
    KnownDevice device =
        read(context).orElseGet(() -> KnownDevice.fresh(UUID.randomUUID())).with(userName);
    cookies.save(device.text(), context, NAME, null, address.isSecure(context.request()));
  }
}
