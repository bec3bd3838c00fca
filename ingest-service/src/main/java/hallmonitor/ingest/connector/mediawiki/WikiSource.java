package hallmonitor.ingest.connector.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.ingest.connector.CommentPage;
import hallmonitor.ingest.connector.CommentSource;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.PlatformHttp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the comments of all talk pages that recently changed. */
class WikiSource implements CommentSource {
  /** The talk pages of the wiki's own namespaces; the user's talk pages are among them. */
  private static final String TALK = "1|3|5|7|9|11|13|15";

  /** Revisions that commit late have an earlier time than those read already. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  /** How far back a page is followed, so that every comment of the last two days has its author. */
  private static final Duration FOLLOWED = Duration.ofHours(50);

  private final WikiApi api;
  private final TalkPages pages;
  private final InstantSource clock;

  WikiSource(WikiApi api, TalkPages pages, InstantSource clock) {
    this.api = api;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public Optional<Identity> verifyAuth() throws PlatformException {
    JsonNode user =
        api.get(Map.of("action", "query", "meta", "userinfo", "uiprop", "rights"))
            .body()
            .at("/query/userinfo");
    Set<String> has = new LinkedHashSet<>();
    user.path("rights").forEach(right -> has.add(right.asText()));
    for (String needed : List.of("edit", "deleterevision", "deletedtext", "block")) {
      if (!has.contains(needed)) {
        throw new PlatformException(
            new Fault.AuthLost(
                "The wiki's user lacks the right '%s'; make the user an administrator, and give the bot password the grants that the documentation names."
                    .formatted(needed)));
      }
    }
    return Optional.of(
        new Identity(user.path("id").asText(), user.path("name").asText(), Kind.USER));
  }

  /**
   * Reads the pages that changed since the cursor, the time of the newest change read. The first
   * read takes a position only.
   */
  @Override
  public synchronized CommentPage poll(String cursor) throws PlatformException {
    if (cursor.isEmpty()) {
      JsonAnswer newest = changes(Map.of("rcdir", "older", "rclimit", "1"));
      String at = newest.body().at("/query/recentchanges/0/timestamp").asText("");
      return CommentPage.of(List.of(), at.isEmpty() ? now().toString() : at, false);
    }
    Instant from = Instant.parse(cursor).minus(OVERLAP);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("rcdir", "newer");
    query.put("rcstart", from.toString());
    query.put("rclimit", "500");
    JsonAnswer answer = changes(query);
    String newest = cursor;
    for (JsonNode change : answer.body().at("/query/recentchanges")) {
      newest = change.path("timestamp").asText();
    }
    boolean more = answer.body().has("continue") && !newest.equals(cursor);
    return CommentPage.of(comments(answer, now().minus(FOLLOWED)), newest, more);
  }

  @Override
  public synchronized CommentPage reconcile(TimeSpan span, String cursor) throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("rcdir", "newer");
    query.put("rcstart", span.after().toString());
    query.put("rcend", span.before().toString());
    query.put("rclimit", "500");
    if (!cursor.isEmpty()) {
      query.put("rccontinue", cursor);
    }
    JsonAnswer answer = changes(query);
    List<Sighting> within =
        again(answer, span).stream()
            .filter(s -> s.claimedAt().filter(span::holds).isPresent())
            .toList();
    String next = answer.body().at("/continue/rccontinue").asText("");
    return CommentPage.of(within, next.isEmpty() ? cursor : next, !next.isEmpty());
  }

  /** Goes back as far as the wiki keeps its list of changes: 90 days unless it is set otherwise. */
  @Override
  public synchronized CommentPage backfill(Instant notBefore, String cursor)
      throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("rcdir", "older");
    query.put("rcend", notBefore.toString());
    query.put("rclimit", "20");
    if (!cursor.isEmpty()) {
      query.put("rccontinue", cursor);
    }
    JsonAnswer answer = changes(query);
    String next = answer.body().at("/continue/rccontinue").asText("");
    Instant reached = notBefore;
    List<Sighting> found = new ArrayList<>();
    TalkPages history = new TalkPages(api);
    for (long page : pagesOf(answer)) {
      found.addAll(sightings(history.since(page, notBefore), notBefore));
    }
    for (JsonNode change : answer.body().at("/query/recentchanges")) {
      reached = next.isEmpty() ? notBefore : Instant.parse(change.path("timestamp").asText());
    }
    return new CommentPage(
        found,
        next.isEmpty() ? cursor : next,
        !next.isEmpty(),
        Optional.of(new CommentPage.Progress(Optional.empty(), Optional.of(reached))));
  }

  @Override
  public Optional<Sighting> look(String id) throws PlatformException {
    long comment = Long.parseLong(id);
    Optional<TalkPage> page = pages.of(comment);
    return page.isEmpty() ? Optional.empty() : sighting(page.get(), comment);
  }

  /** Pages that are not followed so far back are read apart, or newer sweeps would lose theirs. */
  private List<Sighting> again(JsonAnswer changes, TimeSpan span) throws PlatformException {
    Instant followed = now().minus(FOLLOWED);
    if (!span.after().isBefore(followed)) {
      return comments(changes, followed);
    }
    List<Sighting> found = new ArrayList<>();
    TalkPages apart = new TalkPages(api);
    for (long page : pagesOf(changes)) {
      found.addAll(sightings(apart.since(page, span.after()), span.after()));
    }
    return found;
  }

  private List<Sighting> comments(JsonAnswer changes, Instant since) throws PlatformException {
    List<Sighting> found = new ArrayList<>();
    for (long page : pagesOf(changes)) {
      found.addAll(sightings(pages.since(page, since), since));
    }
    return found;
  }

  private static Set<Long> pagesOf(JsonAnswer changes) {
    Set<Long> ids = new LinkedHashSet<>();
    for (JsonNode change : changes.body().at("/query/recentchanges")) {
      ids.add(change.path("pageid").asLong());
    }
    ids.remove(0L);
    return ids;
  }

  private List<Sighting> sightings(Optional<TalkPage> page, Instant since) {
    List<Sighting> all = new ArrayList<>();
    page.ifPresent(p -> p.comments().forEach(c -> sighting(p, c).ifPresent(all::add)));
    all.removeIf(s -> s.claimedAt().filter(at -> at.isBefore(since)).isPresent());
    return all;
  }

  /** Returns the comment as it is; empty if none of its text is left. */
  private Optional<Sighting> sighting(TalkPage page, long comment) {
    Optional<PageRevision> revision = page.revision(comment);
    Optional<TalkPage.Hidden> hidden = page.hidden(comment);
    List<String> lines = hidden.map(TalkPage.Hidden::lines).orElseGet(() -> page.shown(comment));
    String text = WikiText.plain(lines);
    List<String> pictures =
        WikiText.pictures(lines).stream().map(name -> link("Special:FilePath/" + name)).toList();
    if (revision.isEmpty() || text.isEmpty() && pictures.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Sighting(
            String.valueOf(comment),
            new Post(String.valueOf(page.id()), page.title(), "", Optional.of(link(page.title()))),
            page.parent(comment).map(String::valueOf),
            revision.get().author(),
            text,
            hidden.isPresent() ? Visibility.HIDDEN : Visibility.VISIBLE,
            pictures,
            Optional.of(api.site() + "/index.php?diff=" + comment),
            Optional.of(revision.get().at()),
            revision.get().raw()));
  }

  private String link(String title) {
    return api.site() + "/index.php?" + PlatformHttp.form(Map.of("title", title));
  }

  private JsonAnswer changes(Map<String, String> more) throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("action", "query");
    query.put("list", "recentchanges");
    query.put("rcnamespace", TALK);
    query.put("rctype", "edit|new");
    query.put("rcprop", "ids|timestamp|title");
    query.putAll(more);
    return api.get(query);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
