package hallmonitor.ingest;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.ingest.account.Owner;
import hallmonitor.ingest.account.OwnerCall;
import hallmonitor.ingest.account.OwnerCalls;
import hallmonitor.ingest.account.PlatformRest;
import hallmonitor.ingest.account.Tenure;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts, stops and restarts the accounts of the current district file that this instance owns.
 * What is delivered for the others is checked here, too, and their owner is called.
 */
final class Accounts implements Owner, PushTargets, PushListener, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Accounts.class.getName());

  private final Map<String, Platform> platforms;
  private final ConnectedAccount.Dependencies shared;
  private final OwnerCalls calls;
  private final Map<String, ConnectedAccount> connected = new ConcurrentHashMap<>();
  private final Map<String, ForeignAccount> foreign = new ConcurrentHashMap<>();
  private final Map<String, Account> unknown = new ConcurrentHashMap<>();
  private volatile Optional<District> district = Optional.empty();
  private Map<String, Tenure> tenures = Map.of();

  Accounts(
      Map<String, Platform> platforms, ConnectedAccount.Dependencies shared, OwnerCalls calls) {
    this.platforms = Map.copyOf(platforms);
    this.shared = shared;
    this.calls = calls;
  }

  /** Makes the running accounts match the file. Unchanged accounts keep running. */
  synchronized void follow(District now) {
    district = Optional.of(now);
    match(now);
  }

  /** Makes the running accounts match what this instance owns. */
  @Override
  public synchronized void own(Collection<Tenure> owned) {
    tenures = owned.stream().collect(Collectors.toMap(Tenure::unit, tenure -> tenure));
    district.ifPresent(this::match);
  }

  /** Returns what the accounts are shared out by: one by one, but together what counts together. */
  @Override
  public Set<String> units() {
    return district.stream()
        .flatMap(now -> now.accounts().stream())
        .map(this::unit)
        .collect(Collectors.toSet());
  }

  private String unit(Account account) {
    return Optional.ofNullable(platforms.get(account.platform()))
        .filter(Platform::countsTogether)
        .map(platform -> "all of " + platform.name())
        .orElse(account.id());
  }

  private void match(District now) {
    foreign.values().removeIf(one -> !one.follows(now));
    List<ConnectedAccount> outdated =
        connected.values().stream()
            .filter(c -> !c.follows(now, tenures.get(unit(c.account()))))
            .toList();
    outdated.forEach(one -> leave(one, now));
    close(outdated);
    outdated.forEach(
        one ->
            LOG.log(
                System.Logger.Level.INFO, "{0} is no longer read as before", one.account().id()));
    unknown.clear();
    for (Account account : now.accounts()) {
      match(account, now);
    }
  }

  /** Until it is read again, its deliveries are taken as those of another instance's account. */
  private void leave(ConnectedAccount outdated, District now) {
    String id = outdated.account().id();
    now.account(id)
        .flatMap(
            account ->
                Optional.ofNullable(platforms.get(account.platform()))
                    .map(platform -> foreign(account, platform)))
        .ifPresent(account -> foreign.put(id, account));
    connected.remove(id);
  }

  private ForeignAccount foreign(Account account, Platform platform) {
    return new ForeignAccount(account, shared.connect(platform, account), calls);
  }

  /** Each may wait for a slow platform's answer, all of them at the same time. */
  private static void close(List<ConnectedAccount> outdated) {
    outdated.forEach(ConnectedAccount::askToEnd);
    CompletableFuture.allOf(
            outdated.stream()
                .map(
                    one ->
                        CompletableFuture.runAsync(
                            one::close, task -> new Thread(task, "close").start()))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private void match(Account account, District now) {
    Platform platform = platforms.get(account.platform());
    Tenure tenure = tenures.get(unit(account));
    if (platform == null) {
      unknown.put(account.id(), account);
    } else if (tenure == null) {
      foreign.computeIfAbsent(account.id(), id -> foreign(account, platform));
    } else {
      connected.computeIfAbsent(
          account.id(),
          id -> new ConnectedAccount(account, now.timeZone(), platform, tenure, shared).start());
      foreign.remove(account.id());
    }
  }

  void wakeOrders(Collection<String> ids) {
    for (String id : ids) {
      ConnectedAccount account = connected.get(id);
      if (account != null) {
        account.wakeOrders();
      } else {
        calls.call(OwnerCall.Kind.ORDERS, id);
      }
    }
  }

  @Override
  public Map<String, PlatformRest> rests() {
    Map<String, PlatformRest> rests = new HashMap<>();
    connected
        .values()
        .forEach(one -> rests.merge(one.tenure().unit(), one.rest(), PlatformRest::and));
    return rests;
  }

  /** Does what another instance asks of the owner of an account. */
  @Override
  public void hear(OwnerCall call) {
    ConnectedAccount account = connected.get(call.about());
    if (account != null && call.kind() == OwnerCall.Kind.ORDERS) {
      account.wakeOrders();
    } else if (account != null && call.kind() == OwnerCall.Kind.NEWS) {
      account.readSoon();
    }
  }

  @Override
  public Optional<PushTarget> target(String id) {
    return Optional.ofNullable(connected.get(id))
        .flatMap(ConnectedAccount::pushTarget)
        .or(() -> Optional.ofNullable(foreign.get(id)).flatMap(ForeignAccount::pushTarget));
  }

  @Override
  public List<PushTarget> all() {
    return Stream.concat(
            connected.values().stream().map(ConnectedAccount::pushTarget),
            foreign.values().stream().map(ForeignAccount::pushTarget))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns the accounts on platforms that may stream news. */
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

  /** Returns whether this account's orders are carried out, by this instance or another one. */
  boolean works(String id) {
    return connected.containsKey(id) || foreign.containsKey(id);
  }

  int owned() {
    return connected.size();
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

  /**
   * Asks the account's platform whether its credential is valid.
   *
   * @return empty if that is for another instance to ask
   */
  Optional<CredentialAnswer> check(String id) {
    ConnectedAccount account = connected.get(id);
    if (account != null) {
      return Optional.of(account.check());
    }
    return foreign.containsKey(id)
        ? Optional.empty()
        : Optional.of(
            new CredentialAnswer(
                false,
                Optional.ofNullable(unknown.get(id))
                    .map(this::noConnector)
                    .orElse("The account is not in district.yaml, so there is nothing to test.")));
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
    own(List.of());
  }
}
