package hallmonitor.moderation.store.accounts;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.store.ColumnArrays;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest status of each connected account. */
public final class AccountStatuses {
  private AccountStatuses() {}

  /** Ignores a status older than the known one. */
  public static void put(Connection connection, List<AccountStatus> statuses) throws SQLException {
    Map<String, AccountStatus> newest = new LinkedHashMap<>();
    statuses.forEach(s -> newest.merge(s.account(), s, (a, b) -> b.at().isBefore(a.at()) ? a : b));
    ColumnArrays.of(newest.values())
        .text(AccountStatus::account)
        .text(s -> new String(EventJson.write(s), StandardCharsets.UTF_8))
        .time(AccountStatus::at)
        .execute(
            connection,
            """
            insert into account_status as old (account, status, at)
            select account, status::jsonb, at from unnest(?, ?, ?) as s(account, status, at)
            on conflict (account) do update set status = excluded.status, at = excluded.at
            where old.at <= excluded.at
            """);
  }
}
