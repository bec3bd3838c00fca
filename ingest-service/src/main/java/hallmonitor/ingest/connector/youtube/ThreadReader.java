package hallmonitor.ingest.connector.youtube;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSource.PostPage;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.http.JsonAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads lists of threads, and the replies that such a list leaves out. */
final class ThreadReader {
  static final String PUBLISHED = "published";
  static final String HELD = "heldForReview";

  /** YouTube's limit for a page. */
  private static final int PAGE = 100;

  private static final int REMEMBERED = 50_000;

  /**
   * A page of threads.
   *
   * @param next token of the next page; empty for none
   */
  record Page(List<CommentThread> threads, String next) {
    /** Returns when the last thread was started. */
    Optional<Instant> reaches() {
      return threads.isEmpty()
          ? Optional.empty()
          : threads.get(threads.size() - 1).first().publishedAt();
    }
  }

  /** The number alone does not show that one reply was removed and another added. */
  private static final Duration READ_AGAIN = Duration.ofHours(1);

  /** A thread's replies when they were last read: how many, and when the newest was written. */
  private record Replies(int total, Instant newest, Instant readAt) {}

  private final YouTubeApi api;
  private final Videos videos;
  private final InstantSource clock;
  private final Map<String, Replies> read = new HashMap<>();

  ThreadReader(YouTubeApi api, Videos videos, InstantSource clock) {
    this.api = api;
    this.videos = videos;
    this.clock = clock;
  }

  /**
   * Reads a page of the channel's threads, newest first.
   *
   * @param status {@link #PUBLISHED} or {@link #HELD}
   */
  Page page(String channel, String status, String token) throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("part", "snippet,replies");
    query.put("allThreadsRelatedToChannelId", channel);
    query.put("moderationStatus", status);
    query.put("order", "time");
    query.put("textFormat", "plainText");
    query.put("maxResults", String.valueOf(PAGE));
    JsonAnswer answer = api.page("commentThreads", query, token);
    List<CommentThread> threads = CommentThread.in(answer);
    threads.forEach(t -> videos.place(t.id(), t.video()));
    videos.learn(threads.stream().map(CommentThread::video).toList());
    return new Page(threads, answer.body().path("nextPageToken").asText(""));
  }

  /** Lists the channel's own videos. */
  PostPage uploads(String channel, String token) throws PlatformException {
    return videos.uploads(channel, token);
  }

  /** Returns what a list shows of a thread. */
  List<Sighting> shown(CommentThread thread) throws PlatformException {
    return sightings(thread.shown());
  }

  /** Returns whether the list may leave out replies that were written after a time. */
  synchronized boolean mayHide(CommentThread thread, Instant after) {
    Replies known = read.get(thread.id());
    return !thread.isWhole()
        && (known == null
            || known.total() != thread.total()
            || known.newest().isAfter(after)
            || known.readAt().isBefore(clock.instant().minus(READ_AGAIN)));
  }

  /** Returns the threads, other than some, in which a reply was written after a time. */
  synchronized List<String> activeSince(Instant time, Collection<String> except) {
    return read.entrySet().stream()
        .filter(e -> e.getValue().newest().isAfter(time) && !except.contains(e.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Reads all replies of a thread. None if it is gone. */
  List<YouTubeComment> replies(String thread) throws PlatformException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("part", "snippet");
    query.put("parentId", thread);
    query.put("textFormat", "plainText");
    query.put("maxResults", String.valueOf(PAGE));
    List<YouTubeComment> all = new ArrayList<>();
    String token = "";
    do {
      try {
        JsonAnswer answer = api.page("comments", query, token);
        all.addAll(YouTubeComment.all(answer.objects("items")));
        token = answer.body().path("nextPageToken").asText("");
      } catch (PlatformException e) {
        if (e.fault() instanceof Fault.Gone) {
          return List.of();
        }
        throw e;
      }
    } while (!token.isEmpty());
    Instant newest =
        all.stream()
            .flatMap(c -> c.publishedAt().stream())
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    synchronized (this) {
      if (read.size() > REMEMBERED) {
        read.clear(); // forgotten replies are read again
      }
      read.put(thread, new Replies(all.size(), newest, clock.instant()));
    }
    return all;
  }

  List<Sighting> sightings(List<YouTubeComment> comments) throws PlatformException {
    List<Sighting> sightings = new ArrayList<>();
    for (YouTubeComment one : comments) {
      one.video().ifPresent(video -> videos.place(one.thread(), video));
      sightings.add(one.under(videos.of(one.thread())));
    }
    return sightings;
  }
}
