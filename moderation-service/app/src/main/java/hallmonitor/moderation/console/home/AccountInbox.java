package hallmonitor.moderation.console.home;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.menu.MenuCounts;
import hallmonitor.moderation.console.register.AccountRegister;
import hallmonitor.moderation.console.watch.StandingTroubles;
import hallmonitor.moderation.console.watch.WatchQueries;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Account;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** What waits for an account administrator, about all their accounts. */
@RequestScoped
public class AccountInbox {
  /**
   * Something to do.
   *
   * @param late whether its time is over
   */
  public record Line(Sentence words, String href, boolean late) {}

  /** All of it, what is late first. */
  public record Shown(List<Line> lines) {
    public Shown {
      lines = List.copyOf(lines);
    }
  }

  private final WatchQueries watch;
  private final StandingTroubles troubles;
  private final AccountRegister register;
  private final MenuCounts counts;
  private final LiveRules rules;
  private final Viewer viewer;

  AccountInbox(
      WatchQueries watch,
      StandingTroubles troubles,
      AccountRegister register,
      MenuCounts counts,
      LiveRules rules,
      Viewer viewer) {
    this.watch = watch;
    this.troubles = troubles;
    this.register = register;
    this.counts = counts;
    this.rules = rules;
    this.viewer = viewer;
  }

  Shown now() {
    List<Line> lines = new ArrayList<>();
    troubles.getAll().stream()
        .filter(trouble -> !trouble.isForReading())
        .forEach(
            trouble ->
                lines.add(
                    new Line(
                        Sentence.of("{1}: {2}", trouble.name(), trouble.getWords()),
                        "/accounts#account-" + trouble.account(),
                        true)));
    newComments(lines);
    MenuCounts.Counts waiting = counts.now();
    add(lines, Sentence.of("Urgent cases: {1}", waiting.urgent()), "/queue", waiting.urgent());
    add(lines, Sentence.of("Tips to read: {1}", waiting.tips()), "/tips", waiting.tips());
    add(
        lines,
        Sentence.of("Waiting for a second person: {1}", waiting.proposals()),
        "/proposals",
        waiting.proposals());
    add(
        lines,
        Sentence.of("Appeals to decide: {1}", waiting.appeals()),
        "/appeals",
        waiting.appeals());
    add(
        lines,
        Sentence.of("Blocks to see to: {1}", waiting.blocks()),
        "/blocks?show=tasks",
        waiting.blocks());
    add(lines, Sentence.of("Posts to check: {1}", waiting.posts()), "/posts", waiting.posts());
    long gaps = register.gaps(viewer.scope());
    add(lines, Sentence.of("Missing in the register: {1}", gaps), "/register", gaps);
    lines.sort((a, b) -> Boolean.compare(b.late(), a.late()));
    return new Shown(lines);
  }

  private static void add(List<Line> lines, Sentence words, String href, long count) {
    if (count > 0) {
      lines.add(new Line(words, href, false));
    }
  }

  private void newComments(List<Line> lines) {
    List<Account> accounts =
        rules.district().current().value().accounts().stream()
            .filter(viewer.scope()::sees)
            .toList();
    watch.of(accounts.stream().map(Account::id).toList()).stream()
        .filter(watched -> watched.waitingSince() != null)
        .forEach(
            watched ->
                lines.add(
                    new Line(
                        Sentence.of(
                            "New comments: {1}",
                            accounts.stream()
                                .filter(account -> account.id().equals(watched.account()))
                                .map(Account::name)
                                .findFirst()
                                .orElseThrow()),
                        "/accounts/" + watched.account() + "/new",
                        isLate(watched.account()))));
  }

  private boolean isLate(String account) {
    return troubles.of(account).stream().anyMatch(StandingTroubles.Line::isForReading);
  }
}
