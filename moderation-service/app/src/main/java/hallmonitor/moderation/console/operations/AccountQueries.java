package hallmonitor.moderation.console.operations;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the latest status of the connected accounts. */
@ApplicationScoped
public class AccountQueries {
  private final ConsoleDatabase database;
  private final LiveRules rules;

  AccountQueries(ConsoleDatabase database, LiveRules rules) {
    this.database = database;
    this.rules = rules;
  }

  /**
   * Returns accounts in the district's order. For viewers with access to everything, those that
   * were taken out of its file follow while they are still reported.
   */
  List<AccountRow> all(Scope scope) {
    Map<String, AccountStatus> reported = reported();
    List<AccountRequest> asked = asked();
    List<AccountRow> lines = new ArrayList<>();
    for (District.Account account : rules.district().current().value().accounts()) {
      Optional<AccountStatus> status = Optional.ofNullable(reported.remove(account.id()));
      if (scope.sees(account)) {
        lines.add(
            new AccountRow(
                account.id(),
                account.name(),
                account.building(),
                true,
                status,
                waiting(asked, account.id(), status)));
      }
    }
    if (scope.everywhere()) {
      reported.entrySet().stream()
          .map(
              e ->
                  new AccountRow(
                      e.getKey(),
                      e.getValue().name(),
                      "",
                      false,
                      Optional.of(e.getValue()),
                      List.of()))
          .filter(AccountRow::isReported)
          .forEach(lines::add);
    }
    return lines;
  }

  Optional<AccountRow> one(String id, Scope scope) {
    return all(scope).stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /**
   * Returns unanswered requests: the newest outcome of each act is known, so the newest request is
   * either that one or waits.
   */
  private static List<AccountRequest> waiting(
      List<AccountRequest> asked, String account, Optional<AccountStatus> status) {
    return asked.stream()
        .filter(a -> a.account().equals(account))
        .filter(
            a ->
                status.map(AccountStatus::outcomes).orElse(List.of()).stream()
                    .noneMatch(o -> o.commandId().equals(a.commandId())))
        .toList();
  }

  /** Returns the newest request of each act; after a week without an answer it is forgotten. */
  private List<AccountRequest> asked() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select distinct on (account, act) command_id, account, act, asked_by, at
                    from account_request
                    where at > clock_timestamp() - interval '7 days'
                    order by account, act, at desc
                    """)
                .map(rows(AccountRequest.class))
                .list());
  }

  /** Returns the latest status of each account that ever reported, by its id. */
  public Map<String, AccountStatus> reported() {
    return database.read(
        h ->
            h.createQuery("select account, status::text as status from account_status")
                .reduceRows(
                    new TreeMap<String, AccountStatus>(),
                    (all, row) -> {
                      byte[] json = row.getColumn("status", String.class).getBytes(UTF_8);
                      all.put(
                          row.getColumn("account", String.class),
                          EventJson.read(json, AccountStatus.class));
                      return all;
                    }));
  }
}
