package hallmonitor.moderation.console.live;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.EventPosition;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.StandingAccess;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.live.CaseFeed.FeedUpdate;
import hallmonitor.moderation.console.live.Claims.Claim;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Sends case changes to open pages as server-sent events. Every few seconds a stream checks that
 * its person's session, role and scope are still the same, and ends otherwise. It also ends after
 * two minutes, and once a page reads too slowly: the browser reconnects with the last event that it
 * knows, so that nothing is missed. A page that missed too much is told to load again.
 */
@Path("/events")
@RolesAllowed(READ)
public class LiveEvents {
  private static final Duration STREAM = Duration.ofMinutes(2);
  private static final Duration CHECK = Duration.ofSeconds(3);
  private static final long RECONNECT_MILLIS = 1_000;

  /** Updates that wait for a slow page; each has at most {@link CaseFeed#MOST} changes. */
  private static final int WAITING = 32;

  /** Ends a stream. */
  private static final class StreamOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StreamOver() {
      super("the stream is over", null, false, false);
    }
  }

  private final CaseFeed feed;
  private final ClaimFeed claims;
  private final StandingAccess access;
  private final SecurityIdentity identity;
  private final Viewer viewer;

  LiveEvents(
      CaseFeed feed,
      ClaimFeed claims,
      StandingAccess access,
      SecurityIdentity identity,
      Viewer viewer) {
    this.feed = feed;
    this.claims = claims;
    this.access = access;
    this.identity = identity;
    this.viewer = viewer;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> events(
      @jakarta.ws.rs.core.Context Sse sse,
      @HeaderParam("Last-Event-ID") String lastEventId,
      @QueryParam("since") String since) {
    Optional<EventPosition> known = EventPosition.read(lastEventId != null ? lastEventId : since);
    Scope scope = viewer.scope();
    return Multi.createBy()
        .merging()
        .streams(still(sse), changes(sse, known, scope), claims(sse, scope))
        .select()
        .first(STREAM)
        .onFailure()
        .recoverWithCompletion();
  }

  /** Streams signs of life, and fails once the person's access has changed. */
  private Multi<OutboundSseEvent> still(Sse sse) {
    BooleanSupplier stands = access.of(identity);
    return Multi.createFrom()
        .ticks()
        .every(CHECK)
        .onOverflow()
        .drop()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            tick -> {
              if (!stands.getAsBoolean()) {
                throw new StreamOver();
              }
              return sse.newEventBuilder()
                  .name("still")
                  .data("")
                  .reconnectDelay(RECONNECT_MILLIS)
                  .build();
            });
  }

  /** Streams the claims in scope, complete each time. */
  private Multi<OutboundSseEvent> claims(Sse sse, Scope scope) {
    return Multi.createFrom()
        .<List<Claim>>emitter(
            emitter -> {
              Consumer<List<Claim>> listener = emitter::emit;
              emitter.onTermination(() -> claims.leave(listener));
              claims.listen(listener);
            },
            BackPressureStrategy.LATEST)
        .map(
            all ->
                event(
                    sse,
                    "claims",
                    all.stream()
                        .filter(claim -> scope.sees(claim.building(), claim.account()))
                        .toList()));
  }

  /** Streams changes in scope; fails if too many wait for a slow page. */
  private Multi<OutboundSseEvent> changes(Sse sse, Optional<EventPosition> since, Scope scope) {
    return Multi.createFrom()
        .emitter(
            emitter -> {
              var listener =
                  new CaseFeed.Listener(
                      scope,
                      news -> emitter.emit(event(sse, news)),
                      now -> emitter.emit(reload(sse, now)));
              emitter.onTermination(() -> feed.leave(listener));
              feed.listen(listener, since);
            },
            WAITING);
  }

  private static OutboundSseEvent event(Sse sse, String name, List<?> data) {
    return sse.newEventBuilder()
        .name(name)
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(data)
        .build();
  }

  private static OutboundSseEvent event(Sse sse, FeedUpdate news) {
    return sse.newEventBuilder()
        .name("cases")
        .id(news.known().toString())
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(news.changes())
        .build();
  }

  private static OutboundSseEvent reload(Sse sse, EventPosition now) {
    return sse.newEventBuilder().name("reload").id(now.toString()).data("").build();
  }
}
