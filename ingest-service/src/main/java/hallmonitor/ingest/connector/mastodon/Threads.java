package hallmonitor.ingest.connector.mastodon;

import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Recent;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads whole threads: everything under a status, at every depth. */
final class Threads {
  private static final int REMEMBERED = 20_000;

  /**
   * The place of a comment in its thread. It never changes.
   *
   * @param root first status of the thread
   * @param parent uri of the comment that it answers; absent if it answers the first status
   */
  private record Place(Status root, Optional<String> parent) {}

  private final MastodonHttp http;
  private final Recent<Place> places = new Recent<>(REMEMBERED);

  /** The ids under which statuses were last seen, by uri. */
  private final Recent<String> ids = new Recent<>(REMEMBERED);

  /** Statuses with replies that this server does not have, with their number at the time. */
  private final Recent<Long> fruitless = new Recent<>(REMEMBERED);

  /** When something was last written in a thread that was read, by the id of its first status. */
  private final Recent<Instant> active = new Recent<>(REMEMBERED);

  Threads(MastodonHttp http) {
    this.http = http;
  }

  /** Returns the first statuses of the threads that were active after a time. */
  Set<String> activeSince(Instant time) {
    return active.all().entrySet().stream()
        .filter(e -> e.getValue().isAfter(time))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Returns the comments under a status. Empty if it is gone. */
  List<Sighting> under(Status root) throws PlatformException {
    Map<String, Status> found = new LinkedHashMap<>();
    Deque<Status> toRead = new ArrayDeque<>(List.of(root));
    while (!toRead.isEmpty()) {
      Status at = toRead.poll();
      int before = found.size();
      for (Status one : below(at)) {
        found.putIfAbsent(one.uri(), one);
      }
      if (found.size() == before) {
        fruitless.put(at.uri(), at.replies());
      }
      // Mastodon lists every depth at once; snac only the direct replies.
      for (Status one : List.copyOf(found.values()).subList(before, found.size())) {
        if (one.replies() > answers(found, one) && !isFruitless(one)) {
          toRead.add(one);
        }
      }
    }
    return sightings(root, found.values());
  }

  private boolean isFruitless(Status one) {
    return fruitless.get(one.uri()).filter(count -> count == one.replies()).isPresent();
  }

  private static long answers(Map<String, Status> found, Status to) {
    return found.values().stream()
        .filter(s -> s.inReplyTo().filter(to.id()::equals).isPresent())
        .count();
  }

  private List<Status> below(Status at) throws PlatformException {
    try {
      return Status.all(context(at.id()).objects("descendants"));
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return List.of(); // deleted meanwhile
      }
      throw e;
    }
  }

  /** Returns the first status of the thread that a status belongs to; itself if it answers none. */
  Status root(Status status) throws PlatformException {
    return place(status).root();
  }

  /** Returns one comment with its place; the first status of a thread counts as its own parent. */
  Sighting alone(Status status) throws PlatformException {
    return sighting(status, place(status));
  }

  private Place place(Status status) throws PlatformException {
    Optional<Place> known = places.get(status.uri());
    if (known.isPresent()) {
      return known.get();
    }
    List<Status> above =
        status.inReplyTo().isEmpty()
            ? List.of()
            : Status.all(context(status.id()).objects("ancestors"));
    Place place =
        above.isEmpty()
            ? new Place(status, Optional.empty())
            : new Place(above.get(0), parent(status, above.get(0), uris(above)));
    places.put(status.uri(), place);
    return place;
  }

  private JsonAnswer context(String id) throws PlatformException {
    return http.get("/v1/statuses/" + id + "/context", Map.of());
  }

  private static Map<String, String> uris(Iterable<Status> statuses) {
    Map<String, String> uris = new HashMap<>();
    statuses.forEach(s -> uris.put(s.id(), s.uri()));
    return uris;
  }

  private static Optional<String> parent(Status one, Status root, Map<String, String> uris) {
    return one.inReplyTo()
        .flatMap(id -> Optional.ofNullable(uris.get(id)))
        .filter(uri -> !uri.equals(root.uri()));
  }

  private List<Sighting> sightings(Status root, Collection<Status> statuses) {
    Map<String, String> uris = uris(statuses);
    List<Sighting> sightings = new ArrayList<>();
    for (Status one : statuses) {
      Place place = new Place(root, parent(one, root, uris));
      places.put(one.uri(), place);
      if (!one.isPrivate()) {
        sightings.add(sighting(one, place));
      }
    }
    return sightings;
  }

  private Sighting sighting(Status one, Place place) {
    ids.put(one.uri(), one.id());
    Optional<Instant> at = one.claimedAt();
    String root = place.root().id();
    at.filter(t -> active.get(root).map(t::isAfter).orElse(true))
        .ifPresent(t -> active.put(root, t));
    return new Sighting(
        one.uri(),
        place.root().asPost().beginning(),
        place.parent(),
        one.author(),
        one.text(),
        Visibility.VISIBLE,
        one.attachments(),
        one.permalink(),
        at,
        one.raw());
  }

  /** Finds a status by its uri, under its current id. */
  Optional<Status> find(String uri) throws PlatformException {
    Optional<String> known = ids.get(uri);
    if (known.isPresent()) {
      Optional<Status> found = get(known.get()).filter(s -> s.uri().equals(uri));
      if (found.isPresent()) {
        return found;
      }
    }
    Map<String, String> query = Map.of("q", uri, "type", "statuses", "resolve", "true");
    Optional<Status> found =
        Status.all(http.get("/v2/search", query).objects("statuses")).stream()
            .filter(s -> s.uri().equals(uri))
            .findFirst();
    found.ifPresent(s -> ids.put(uri, s.id()));
    return found;
  }

  private Optional<Status> get(String id) throws PlatformException {
    try {
      return http.get("/v1/statuses/" + id, Map.of()).objects().stream()
          .map(Status::of)
          .findFirst();
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Gone) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
