package hallmonitor.ingest;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.ingest.command.CredentialAnswer;
import hallmonitor.ingest.connector.Platform;
import hallmonitor.ingest.push.PushListener;
import hallmonitor.ingest.push.PushTarget;
import hallmonitor.ingest.push.PushTargets;
import hallmonitor.ingest.stream.StreamAccount;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Starts, stops and restarts the accounts of the current district file as it changes. */
final class Accounts implements PushTargets, PushListener, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Accounts.class.getName());

  private final Map<String, Platform> platforms;
  private final ConnectedAccount.Dependencies shared;
  private final Map<String, ConnectedAccount> connected = new ConcurrentHashMap<>();
  private final Map<String, Account> unknown = new ConcurrentHashMap<>();

  Accounts(Map<String, Platform> platforms, ConnectedAccount.Dependencies shared) {
    this.platforms = Map.copyOf(platforms);
    this.shared = shared;
  }

  /** Makes the running accounts match the file. Unchanged accounts keep running. */
  synchronized void follow(District district) {
    List<ConnectedAccount> outdated =
        connected.values().stream().filter(c -> !c.follows(district)).toList();
    for (ConnectedAccount one : outdated) {
      LOG.log(System.Logger.Level.INFO, "{0} is no longer read as before", one.account().id());
      connected.remove(one.account().id());
      one.close();
    }
    unknown.clear();
    for (Account account : district.accounts()) {
      Platform platform = platforms.get(account.platform());
      if (platform == null) {
        unknown.put(account.id(), account);
      } else {
        connected.computeIfAbsent(
            account.id(),
            id -> new ConnectedAccount(account, district.timeZone(), platform, shared).start());
      }
    }
  }

  void wakeOrders(Collection<String> ids) {
    for (String id : ids) {
      ConnectedAccount account = connected.get(id);
      if (account != null) {
        account.wakeOrders();
      }
    }
  }

  @Override
  public Optional<PushTarget> target(String id) {
    return Optional.ofNullable(connected.get(id)).flatMap(ConnectedAccount::pushTarget);
  }

  @Override
  public List<PushTarget> all() {
    return connected.values().stream().flatMap(one -> one.pushTarget().stream()).toList();
  }

  /** Returns the accounts whose platform may stream news. */
  List<StreamAccount> streams() {
    return connected.values().stream().flatMap(one -> one.streamAccount().stream()).toList();
  }

  @Override
  public void answered(String id, Outcome outcome) {
    ConnectedAccount account = connected.get(id);
    if (account != null) {
      account.answered(outcome);
    }
  }

  /** Returns whether this account's orders are carried out. */
  boolean works(String id) {
    return connected.containsKey(id);
  }

  boolean alive() {
    return connected.values().stream().allMatch(ConnectedAccount::alive);
  }

  /**
   * Returns the status of every account.
   *
   * @param pendingActions by account
   */
  List<AccountStatus> statuses(Map<String, Integer> pendingActions, Instant now) {
    List<AccountStatus> statuses = new ArrayList<>();
    for (ConnectedAccount one : connected.values()) {
      statuses.add(one.status(pendingActions.getOrDefault(one.account().id(), 0), now));
    }
    for (Account one : unknown.values()) {
      statuses.add(withoutConnector(one, pendingActions.getOrDefault(one.id(), 0), now));
    }
    return statuses;
  }

  /** Asks the account's platform whether its credential is valid. */
  CredentialAnswer check(String id) {
    ConnectedAccount account = connected.get(id);
    if (account != null) {
      return account.check();
    }
    return new CredentialAnswer(
        false,
        Optional.ofNullable(unknown.get(id))
            .map(this::noConnector)
            .orElse("The account is not in district.yaml, so there is nothing to test."));
  }

  private String noConnector(Account account) {
    return "There is no connector for the platform '%s'; write one of %s into district.yaml."
        .formatted(account.platform(), String.join(", ", platforms.keySet()));
  }

  private AccountStatus withoutConnector(Account account, int pending, Instant now) {
    return new AccountStatus(
        account.id(),
        account.platform(),
        account.name(),
        AccountStatus.State.UNREACHABLE,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        pending,
        Optional.empty(),
        Optional.of(noConnector(account)),
        now,
        shared.controls().of(account.id()).paused(),
        shared.controls().of(account.id()).outcomes(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public synchronized void close() {
    connected.values().parallelStream().forEach(ConnectedAccount::close);
    connected.clear();
  }
}
