package hallmonitor.system.accounts;

import hallmonitor.contract.event.ActionOrdered;
import hallmonitor.contract.event.ActionResult.ActionTaken;
import hallmonitor.contract.event.PlatformAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What must hold after a run, by the platform's own account of it. */
final class AccountsCheck {
  private final SimulatedPlatform platform;
  private final PublishedComments published;
  private final Map<String, Long> written;

  AccountsCheck(
      SimulatedPlatform platform, PublishedComments published, Map<String, Long> written) {
    this.platform = platform;
    this.published = published;
    this.written = written;
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

  /** Returns how long it took from written to published, at some or at all sites. */
  private String latency(Predicate<String> key) {
    long[] all =
        published.published().entrySet().stream()
            .filter(e -> written.containsKey(e.getKey()) && key.test(e.getKey()))
            .mapToLong(e -> e.getValue() - written.getOrDefault(e.getKey(), e.getValue()))
            .sorted()
            .toArray();
    return "p50 %d ms, p99 %d ms, longest %d ms"
        .formatted(share(all, 0.5), share(all, 0.99), share(all, 1));
  }

  private static long share(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /**
   * Says what happened.
   *
   * @param noisy the site with the bursts, which uses up what its platform allows
   */
  String figures(String noisy) {
    Predicate<String> there = key -> key.startsWith(PublishedComments.key(noisy, ""));
    return "%d comments, %d orders, %d requests, %d of them beyond a limit; available to published: %s; on the noisy account %s; on the others %s; polling every %d s at most"
        .formatted(
            written.size(),
            published.ordered().size(),
            platform.requests(),
            platform.tooMany(),
            latency(key -> true),
            latency(there),
            latency(there.negate()),
            AccountsRun.POLLING.toSeconds());
  }
}
