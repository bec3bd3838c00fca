package hallmonitor.moderation.casework.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong with an account. */
public final class AccountTroubles {
  private AccountTroubles() {}

  /**
   * Returns what is wrong now. A fault counts from now on; someone who knows of it since earlier
   * keeps that time.
   */
  public static List<AccountTrouble> of(
      WatchedAccount account, WatchRules rules, SchoolTimes times, Instant now) {
    List<AccountTrouble> found = new ArrayList<>();
    account
        .waitingSince()
        .map(since -> times.after(since, rules.lookWithin(account.kind())))
        .filter(due -> !due.isAfter(now))
        .ifPresent(due -> found.add(new AccountTrouble(TroubleCause.NOT_LOOKED_AT, due)));
    account.faults().stream().sorted().forEach(f -> found.add(new AccountTrouble(f, now)));
    account
        .past()
        .flatMap(past -> past.unusualFrom(times))
        .filter(from -> !from.isAfter(now))
        .ifPresent(from -> found.add(new AccountTrouble(TroubleCause.SILENT, from)));
    return found;
  }
}
