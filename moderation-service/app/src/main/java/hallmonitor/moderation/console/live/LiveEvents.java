package hallmonitor.moderation.console.live;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.EventPosition;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.live.CaseFeed.FeedUpdate;
import hallmonitor.moderation.console.live.Claims.Claim;
import io.smallrye.mutiny.Multi;
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
import java.util.function.Consumer;

/**
 * Sends case changes to open pages as server-sent events. A stream ends after two minutes and the
 * browser reconnects with the last event that it knows, so that an ended session stops receiving
 * events and nothing is missed.
 */
@Path("/events")
@RolesAllowed(READ)
public class LiveEvents {
  private static final Duration STREAM = Duration.ofMinutes(2);
  private static final Duration STILL_THERE = Duration.ofSeconds(10);
  private static final long RECONNECT_MILLIS = 1_000;

  private final CaseFeed feed;
  private final ClaimFeed claims;
  private final Viewer viewer;

  LiveEvents(CaseFeed feed, ClaimFeed claims, Viewer viewer) {
    this.feed = feed;
    this.claims = claims;
    this.viewer = viewer;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> events(
      @jakarta.ws.rs.core.Context Sse sse,
      @HeaderParam("Last-Event-ID") String lastEventId,
      @QueryParam("since") String since) {
    Optional<EventPosition> known = EventPosition.read(lastEventId != null ? lastEventId : since);
    Multi<OutboundSseEvent> still =
        Multi.createFrom()
            .ticks()
            .every(STILL_THERE)
            .onOverflow()
            .drop()
            .map(
                tick ->
                    sse.newEventBuilder()
                        .name("still")
                        .data("")
                        .reconnectDelay(RECONNECT_MILLIS)
                        .build());
    Multi<OutboundSseEvent> changes = changes(known, viewer.scope()).map(news -> event(sse, news));
    Multi<OutboundSseEvent> looks = claims(viewer.scope()).map(all -> event(sse, "claims", all));
    return Multi.createBy().merging().streams(still, changes, looks).select().first(STREAM);
  }

  /** Streams the claims in scope, complete each time. */
  private Multi<List<Claim>> claims(Scope scope) {
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
                all.stream()
                    .filter(claim -> scope.sees(claim.building(), claim.account()))
                    .toList());
  }

  private static OutboundSseEvent event(Sse sse, String name, List<?> data) {
    return sse.newEventBuilder()
        .name(name)
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(data)
        .build();
  }

  private Multi<FeedUpdate> changes(Optional<EventPosition> since, Scope scope) {
    return Multi.createFrom()
        .emitter(
            emitter -> {
              var listener = new CaseFeed.Listener(scope, emitter::emit);
              emitter.onTermination(() -> feed.leave(listener));
              feed.listen(listener, since);
            },
            BackPressureStrategy.BUFFER);
  }

  private static OutboundSseEvent event(Sse sse, FeedUpdate news) {
    return sse.newEventBuilder()
        .name("cases")
        .id(news.known().toString())
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(news.changes())
        .build();
  }
}
