package hallmonitor.local.practice;

import hallmonitor.local.web.PageWords;
import hallmonitor.standin.SaidComment;
import hallmonitor.standin.ShownPost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What people see under the school's post on a platform, as the platform shows it: Facebook shows a
 * hidden comment to its author, Bluesky folds it away, YouTube shows it to nobody. Like {@link
 * Feed}, it also says why, which only a practice page does.
 */
final class PlatformFeed {
  private static final int REMOVED_SHOWN = 10;

  private final TownPlatform platform;
  private final ShownPost post;
  private final RemovalReasons reasons;

  /** Starts with the time, so that a restart does not repeat a browser's version. */
  private final long start = System.currentTimeMillis() * 1000;

  private final AtomicLong news = new AtomicLong();

  /** When each comment that is not open was first found so, by id. */
  private final Map<String, Long> closedAt = new HashMap<>();

  PlatformFeed(TownPlatform platform, ShownPost post, Runnable changed) {
    this.platform = platform;
    this.post = post;
    this.reasons =
        new RemovalReasons(
            id -> {
              news.incrementAndGet();
              changed.run();
            });
    post.onChange(changed);
  }

  RemovalReasons reasons() {
    return reasons;
  }

  long version() {
    return start + post.version() + news.get();
  }

  /** Returns whether somebody with this browser sees a comment where it was written. */
  boolean sees(SaidComment comment, long browser) {
    return comment.open()
        || !platform.toAuthor().isEmpty() && TownPeople.wrote(browser, comment, post);
  }

  synchronized Map<String, Object> snapshot(FeedRequest asked) {
    long version = version();
    Map<String, SaidComment> all = new LinkedHashMap<>();
    post.all().forEach(comment -> all.put(comment.id(), comment));
    List<SaidComment> closed =
        new ArrayList<>(all.values().stream().filter(c -> !c.open()).toList());
    Collections.reverse(closed);
    closedAt.keySet().retainAll(closed.stream().map(SaidComment::id).toList());
    closed.forEach(comment -> closedAt.putIfAbsent(comment.id(), version));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", version);
    json.put("visible", all.size() - closed.size());
    json.put("hidden", closed.size());
    json.put("totals", Map.of());
    json.put(
        "hiddenNow",
        closedAt.entrySet().stream()
            .filter(closing -> closing.getValue() > asked.since())
            .map(Map.Entry::getKey)
            .toList());
    json.put(
        "removed",
        closed.stream().limit(REMOVED_SHOWN).map(c -> removed(c, asked.words())).toList());
    json.put(
        "folded",
        platform == TownPlatform.BLUESKY
            ? closed.stream().map(c -> comment(c, all, asked)).toList()
            : List.of());
    List<List<SaidComment>> threads = threads(all, asked.browser());
    json.put("more", threads.size() > asked.threads());
    json.put(
        "threads",
        threads.stream().limit(asked.threads()).map(t -> thread(t, all, asked)).toList());
    return json;
  }

  /** Returns the seen comments by their topmost seen ancestor, newest thread first. */
  private List<List<SaidComment>> threads(Map<String, SaidComment> all, long browser) {
    Map<String, List<SaidComment>> byRoot = new LinkedHashMap<>();
    for (SaidComment comment : all.values()) {
      if (sees(comment, browser)) {
        SaidComment root = comment;
        Optional<SaidComment> above = above(root, all);
        while (above.filter(c -> sees(c, browser)).isPresent()) {
          root = above.get();
          above = above(root, all);
        }
        byRoot.computeIfAbsent(root.id(), id -> new ArrayList<>()).add(comment);
      }
    }
    List<List<SaidComment>> newestFirst = new ArrayList<>(byRoot.values());
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private static Optional<SaidComment> above(SaidComment one, Map<String, SaidComment> all) {
    return Optional.ofNullable(all.get(one.parent()));
  }

  private Map<String, Object> thread(
      List<SaidComment> oldestFirst, Map<String, SaidComment> all, FeedRequest asked) {
    SaidComment root = oldestFirst.get(0);
    Map<String, Object> json = comment(root, all, asked);
    json.put("orphan", !root.parent().isEmpty());
    json.put(
        "replies", oldestFirst.stream().skip(1).map(reply -> comment(reply, all, asked)).toList());
    return json;
  }

  private Map<String, Object> comment(
      SaidComment comment, Map<String, SaidComment> all, FeedRequest asked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", comment.id());
    json.put("name", comment.name());
    json.put("text", comment.text());
    json.put("pictures", comment.pictures());
    json.put("time", comment.at().getEpochSecond());
    json.put("mine", TownPeople.wrote(asked.browser(), comment, post));
    above(comment, all)
        .filter(c -> sees(c, asked.browser()))
        .ifPresent(parent -> json.put("to", parent.name()));
    if (!comment.open() && !platform.toAuthor().isEmpty()) {
      json.put("note", asked.words().say(platform.toAuthor()));
    }
    return json;
  }

  private Map<String, Object> removed(SaidComment comment, PageWords words) {
    return reasons.json(comment.id(), comment.name(), comment.at().getEpochSecond(), words);
  }
}
