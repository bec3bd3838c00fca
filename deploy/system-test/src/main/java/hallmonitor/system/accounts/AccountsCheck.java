package hallmonitor.system.accounts;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.PlatformAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What must hold after a run, by the platform's own account of it. */
final class AccountsCheck {
  private final SimulatedPlatform platform;
  private final PublishedComments published;
  private final Map<String, Long> written;
  private final List<Stillness> stillnesses;

  AccountsCheck(
      SimulatedPlatform platform,
      PublishedComments published,
      Map<String, Long> written,
      List<Stillness> stillnesses) {
    this.platform = platform;
    this.published = published;
    this.written = written;
    this.stillnesses = List.copyOf(stillnesses);
  }

  /** Returns whether everything is published and every order has its last word. */
  boolean atRest() {
    return published.published().keySet().containsAll(written.keySet())
        && published.finished().keySet().containsAll(published.ordered().keySet());
  }

  /** Returns one sentence for each broken promise. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    Set<String> lost = new HashSet<>(written.keySet());
    lost.removeAll(published.published().keySet());
    report(
        broken, lost.size(), "comments are lost, such as " + lost.stream().findFirst().orElse(""));
    report(broken, published.publishedTwice().size(), "comments were published twice");
    report(broken, unfinished(), "orders have no result");
    report(broken, wrong(PlatformAction.HIDE), "hides had no effect, or more than one");
    report(broken, wrong(PlatformAction.REPLY), "replies are missing, or there more than once");
    report(
        broken,
        platform.effects() - published.ordered().size(),
        "effects on the platform nobody ordered");
    report(broken, platform.tooMany(), "requests went beyond a site's limit");
    return broken;
  }

  private static void report(List<String> broken, long count, String what) {
    if (count != 0) {
      broken.add(count + " " + what);
    }
  }

  private long unfinished() {
    return published.ordered().keySet().stream()
        .filter(id -> !(published.finished().get(id) instanceof ActionTaken))
        .count();
  }

  private long wrong(PlatformAction action) {
    return published.ordered().values().stream()
        .filter(order -> order.action() == action)
        .filter(order -> times(order) != 1)
        .count();
  }

  private int times(ActionOrdered order) {
    String site = order.comment().account();
    String id = order.comment().id();
    return order.action() == PlatformAction.HIDE
        ? platform.changes(site, id)
        : platform.replies(site, id);
  }

  /** Returns how long it took from written to published, for some comments. */
  private String latency(String which, BiPredicate<String, Long> chosen) {
    long[] all =
        published.published().entrySet().stream()
            .filter(
                e -> writtenAt(e.getKey()) > 0 && chosen.test(e.getKey(), writtenAt(e.getKey())))
            .mapToLong(e -> e.getValue() - writtenAt(e.getKey()))
            .sorted()
            .toArray();
    return "%s: %d, available to published p50 %d ms, p99 %d ms, longest %d ms"
        .formatted(which, all.length, share(all, 0.5), share(all, 0.99), share(all, 1));
  }

  private long writtenAt(String key) {
    return written.getOrDefault(key, 0L);
  }

  private static long share(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /**
   * Says what happened, in lines.
   *
   * @param noisy the site with the bursts, which uses up what its platform allows
   */
  List<String> figures(String noisy) {
    Predicate<String> there = key -> key.startsWith(PublishedComments.key(noisy, ""));
    return List.of(
        "%d comments, %d orders, %d requests, %d of them beyond a limit; polling every %d s at most"
            .formatted(
                written.size(),
                published.ordered().size(),
                platform.requests(),
                platform.tooMany(),
                AccountsRun.POLLING.toSeconds()),
        latency("all", (key, at) -> true),
        latency("on the noisy account", (key, at) -> there.test(key)),
        latency("on the others", (key, at) -> !there.test(key)),
        latency("while both ran or one was killed", (key, at) -> !concernedByStillness(at)),
        latency("while one stood still, or just before", (key, at) -> concernedByStillness(at)));
  }

  private boolean concernedByStillness(long at) {
    return stillnesses.stream().anyMatch(one -> one.concerns(at));
  }
}
