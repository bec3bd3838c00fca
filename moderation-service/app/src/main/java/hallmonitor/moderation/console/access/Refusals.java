package hallmonitor.moderation.console.access;

import hallmonitor.messaging.http.ClientNetwork;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts requests that were refused, and logs them: once an hour for each reason and person or
 * network, and a bounded number an hour for all, so that nobody fills the disk. A line has ids
 * only: of a path its first word, because the rest may open something.
 */
@ApplicationScoped
public class Refusals {
  /** Why a request was refused. */
  public enum Why {
    /** The person's role, or where they work, does not permit it. */
    ACCESS,
    /** A form without its token, or with an old one. */
    FORM,
    /** A page of another site sent it. */
    OTHER_SITE,
    /** The console has no such host name. */
    OTHER_HOST,
    /** A session's cookie that the console never gave. */
    SESSION,
    /** More than a form may have. */
    LENGTH
  }

  private static final System.Logger LOG = System.getLogger(Refusals.class.getName());
  private static final Pattern FIRST_WORD = Pattern.compile("/([a-z-]{1,30})(/.*)?");

  private final ClientAddress addresses;
  private final Map<Why, Counter> counted = new EnumMap<>(Why.class);
  private final OncePerHour lines = new OncePerHour(InstantSource.system());

  @Inject
  Refusals(ClientAddress addresses, MeterRegistry registry) {
    this.addresses = addresses;
    for (Why why : Why.values()) {
      counted.put(
          why,
          Counter.builder("hallmonitor.console.refused")
              .description("requests that the console refused")
              .tag("why", word(why))
              .register(registry));
    }
  }

  /** Registers the counters, so that they are there before the first refusal. */
  void atStart(@Observes StartupEvent event) {}

  /** Counts a refused request, and logs it if it is the first of its kind in this hour. */
  public void note(Why why, RoutingContext context) {
    Objects.requireNonNull(counted.get(why)).increment();
    String who =
        SignedIn.person(context)
            .map(person -> "person " + person.userName())
            .orElseGet(() -> "network " + ClientNetwork.of(addresses.of(context.request())));
    switch (lines.admit(word(why) + " " + who)) {
      case FIRST ->
          LOG.log(
              System.Logger.Level.WARNING,
              "refused ({0}): {1}, {2} {3}",
              word(why),
              who,
              context.request().method().name(),
              place(context.request().path()));
      case LAST ->
          LOG.log(
              System.Logger.Level.WARNING,
              "refused: too many to log; the rest of this hour is only counted");
      case KNOWN -> {}
    }
  }

  private static String word(Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String place(String path) {
    Matcher first = FIRST_WORD.matcher(path == null ? "" : path);
    return first.matches() ? "/" + first.group(1) : "(other)";
  }
}
