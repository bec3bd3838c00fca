package hallmonitor.ingest.connector.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.http.RawJson;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the revisions of talk pages. Used by one thread at a time. */
final class TalkPages {
  private static final int REMEMBERED = 100;

  /** Revisions with their text in one answer: more than the wiki's own limit for most users. */
  private static final String AT_ONCE = "50";

  private static final int MOST_ANSWERS = 40;

  /** A page that was followed for this much longer than requested is read from scratch. */
  private static final Duration KEPT = Duration.ofDays(3);

  private static final String FACTS = "ids|user|userid|timestamp|comment|size|sha1|tags";

  private final WikiApi api;
  private final Map<Long, TalkPage> followed =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, TalkPage> eldest) {
          return size() > REMEMBERED;
        }
      };

  TalkPages(WikiApi api) {
    this.api = api;
  }

  /**
   * Returns a page with everything written since a time, followed to its newest revision; empty if
   * it does not exist.
   */
  Optional<TalkPage> since(long page, Instant time) throws PlatformException {
    TalkPage known = followed.get(page);
    if (known != null && known.latest() > 0 && known.oldest().isAfter(time.minus(KEPT))) {
      read(known, Map.of("rvstartid", String.valueOf(known.latest())));
      return Optional.of(known);
    }
    Optional<TalkPage> found = from(page, Map.of("rvstart", time.toString()));
    found.ifPresent(p -> followed.put(page, p));
    return found;
  }

  /** Returns the page of a comment with everything since the comment; empty if it is gone. */
  Optional<TalkPage> of(long comment) throws PlatformException {
    Map<String, String> query = revisions("ids");
    query.put("revids", String.valueOf(comment));
    JsonNode page = api.get(query).body().at("/query/pages/0");
    if (page.path("revisions").isEmpty()) {
      return Optional.empty();
    }
    return from(page.path("pageid").asLong(), Map.of("rvstartid", String.valueOf(comment)));
  }

  private Optional<TalkPage> from(long page, Map<String, String> start) throws PlatformException {
    Map<String, String> query = revisions("ids");
    query.put("pageids", String.valueOf(page));
    query.put("rvdir", "newer");
    query.put("rvlimit", "1");
    query.putAll(start);
    JsonNode found = api.get(query).body().at("/query/pages/0");
    if (found.path("missing").asBoolean()) {
      return Optional.empty();
    }
    long before = found.at("/revisions/0/parentid").asLong();
    TalkPage fresh =
        new TalkPage(
            page, found.path("title").asText(), before == 0 ? "" : text(before), api.user());
    if (!found.path("revisions").isEmpty()) {
      read(fresh, start);
    }
    return Optional.of(fresh);
  }

  private String text(long revision) throws PlatformException {
    Map<String, String> query = revisions("content");
    query.put("revids", String.valueOf(revision));
    return content(api.get(query).body().at("/query/pages/0/revisions/0"));
  }

  /**
   * Metadata and texts are requested separately, so that the stored raw answer does not contain the
   * whole page.
   */
  private void read(TalkPage page, Map<String, String> start) throws PlatformException {
    Map<String, String> query = revisions("ids|content");
    query.put("pageids", String.valueOf(page.id()));
    query.put("rvdir", "newer");
    query.put("rvlimit", AT_ONCE);
    query.putAll(start);
    for (int answers = 0; answers < MOST_ANSWERS; answers++) {
      JsonAnswer texts = api.get(query);
      Map<Long, String> fresh = new LinkedHashMap<>();
      for (JsonNode one : texts.body().at("/query/pages/0/revisions")) {
        if (one.path("revid").asLong() > page.latest()) {
          fresh.put(one.path("revid").asLong(), content(one));
        }
      }
      Map<Long, PageRevision> facts = facts(fresh);
      fresh.forEach(
          (id, text) -> Optional.ofNullable(facts.get(id)).ifPresent(r -> page.follow(r, text)));
      String next = texts.body().at("/continue/rvcontinue").asText("");
      if (next.isEmpty()) {
        return;
      }
      query.put("rvcontinue", next);
    }
  }

  private static void hasATime(RawJson revision) {
    PageRevision.of(revision.json(), revision.raw());
  }

  private Map<Long, PageRevision> facts(Map<Long, String> texts) throws PlatformException {
    Map<Long, PageRevision> facts = new HashMap<>();
    if (!texts.isEmpty()) {
      Map<String, String> query = revisions(FACTS);
      query.put("revids", ids(texts.keySet()));
      for (RawJson one :
          api.get(query).readable(TalkPages::hasATime, "query", "pages", "revisions")) {
        PageRevision revision = PageRevision.of(one.json(), one.raw());
        facts.put(revision.id(), revision);
      }
    }
    return facts;
  }

  static String ids(Iterable<Long> ids) {
    StringBuilder all = new StringBuilder();
    ids.forEach(id -> all.append(all.isEmpty() ? "" : "|").append(id));
    return all.toString();
  }

  private static Map<String, String> revisions(String properties) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("action", "query");
    query.put("prop", "revisions");
    query.put("rvprop", properties);
    query.put("rvslots", "main");
    return query;
  }

  private static String content(JsonNode revision) {
    return revision.at("/slots/main/content").asText("");
  }
}
