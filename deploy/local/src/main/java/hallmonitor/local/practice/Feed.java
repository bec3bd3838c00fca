package hallmonitor.local.practice;

import hallmonitor.local.practice.CommentQuery.Order;
import hallmonitor.local.web.PageWords;
import hallmonitor.local.web.WaitingRequests;
import hallmonitor.standin.web.RouteAnswer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the public sees under one post: the newest complete threads, sent after each change, and why
 * comments were removed, which only this page shows. A browser compares it with its own list, so a
 * hidden comment simply disappears.
 */
final class Feed {
  private static final int COMMENTS_A_THREAD = 6;
  private static final int REMOVED_SHOWN = 10;

  private final CommentStore store;
  private final WaitingRequests waiters;
  private final RemovalReasons reasons;

  Feed(CommentStore store, WaitingRequests waiters, RemovalReasons reasons) {
    this.store = store;
    this.waiters = waiters;
    this.reasons = reasons;
    store.changes().onChange(waiters::wake);
  }

  /** Waits for another version than the browser has. */
  RouteAnswer await(int post, FeedRequest asked) {
    return waiters.await(
        () -> store.changes().version(post) != asked.since(),
        () -> RouteAnswer.json(200, snapshot(post, asked)));
  }

  Map<String, Object> snapshot(int post, FeedRequest asked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", store.changes().version(post));
    json.put("visible", store.changes().visible(post));
    json.put("hidden", store.changes().hidden(post));
    Map<String, Integer> totals = new LinkedHashMap<>();
    Post.ALL.forEach(p -> totals.put(String.valueOf(p.id()), store.changes().visible(p.id())));
    json.put("totals", totals);
    json.put("hiddenNow", store.changes().hiddenSince(post, asked.since()));
    json.put("removed", removed(post, asked.words()));
    Map<Integer, List<PracticeComment>> byRoot = newest(post, asked.threads());
    json.put("more", byRoot.size() > asked.threads());
    json.put(
        "threads",
        byRoot.values().stream()
            .limit(asked.threads())
            .map(t -> thread(t, asked.browser()))
            .toList());
    return json;
  }

  /** Returns why the newest removed comments were removed, without their words. */
  private List<Map<String, Object>> removed(int post, PageWords words) {
    return store.changes().lastHidden(post).stream()
        .flatMap(id -> store.get(id).filter(comment -> !comment.isPublic()).stream())
        .limit(REMOVED_SHOWN)
        .map(c -> reasons.json(c.id(), c.name(), c.epochSecond(), words))
        .toList();
  }

  /** Returns visible comments by the id of their thread's first comment, newest thread first. */
  private Map<Integer, List<PracticeComment>> newest(int post, int threads) {
    var query =
        new CommentQuery(
            Set.of(post),
            Set.of(),
            List.of(),
            Set.of(),
            EnumSet.of(CommentStatus.APPROVED),
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            "",
            Order.ID,
            true,
            (threads + 1) * COMMENTS_A_THREAD,
            0);
    Map<Integer, List<PracticeComment>> byRoot = new TreeMap<>((a, b) -> b - a);
    for (PracticeComment comment : store.find(query).comments()) {
      PracticeComment root = root(comment);
      List<PracticeComment> thread = byRoot.computeIfAbsent(root.id(), id -> new ArrayList<>());
      thread.add(comment);
    }
    byRoot.forEach(
        (id, thread) -> {
          if (thread.get(thread.size() - 1).id() != id) {
            store.get(id).ifPresent(thread::add); // older than the window but needed by its replies
          }
        });
    return byRoot;
  }

  /** Returns the topmost visible ancestor. Replies to a hidden comment form their own thread. */
  private PracticeComment root(PracticeComment comment) {
    PracticeComment root = comment;
    Optional<PracticeComment> parent = store.get(root.parent());
    // Ends, because a parent is always older.
    while (parent.isPresent() && parent.get().isPublic() && parent.get().id() < root.id()) {
      root = parent.get();
      parent = store.get(root.parent());
    }
    return root;
  }

  private Map<String, Object> thread(List<PracticeComment> newestFirst, long browser) {
    PracticeComment root = newestFirst.get(newestFirst.size() - 1);
    Map<String, Object> json = comment(root, browser);
    json.put("orphan", root.parent() > 0);
    List<Object> replies = new ArrayList<>();
    for (int i = newestFirst.size() - 2; i >= 0; i--) {
      replies.add(comment(newestFirst.get(i), browser));
    }
    json.put("replies", replies);
    return json;
  }

  private Map<String, Object> comment(PracticeComment comment, long browser) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", comment.id());
    json.put("name", comment.name());
    json.put("text", CommentHtml.plain(comment.raw()).strip());
    json.put("pictures", CommentHtml.pictures(comment.raw()));
    json.put("time", comment.epochSecond());
    json.put("mine", comment.owner() != 0 && comment.owner() == browser);
    store
        .get(comment.parent())
        .filter(PracticeComment::isPublic)
        .ifPresent(parent -> json.put("to", parent.name()));
    return json;
  }
}
