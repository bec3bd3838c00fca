package hallmonitor.moderation.console.operations;

import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Accounts that are not simply connected, for a page that shows how things stand. */
@ApplicationScoped
public class AccountWorries {
  /**
   * An account with a problem.
   *
   * @param bad whether nothing is read from it; otherwise it is slow, new or paused
   */
  public record Worry(String id, String name, Sentence state, boolean bad) {}

  private final AccountQueries accounts;

  AccountWorries(AccountQueries accounts) {
    this.accounts = accounts;
  }

  /** Returns those in scope, the worst first. */
  public List<Worry> now(Scope scope) {
    return accounts.all(scope).stream()
        .filter(account -> !account.getTone().equals("good"))
        .map(
            account ->
                new Worry(
                    account.id(),
                    account.name(),
                    account.getStateInWords(),
                    account.getTone().equals("bad")))
        .sorted((a, b) -> Boolean.compare(b.bad(), a.bad()))
        .toList();
  }
}
