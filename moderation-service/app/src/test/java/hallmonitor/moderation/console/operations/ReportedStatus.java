package hallmonitor.moderation.console.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.AccountStatus;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.console.ConsoleDatabase;

/** What the ingest service reported last of an account. */
public final class ReportedStatus {
  private ReportedStatus() {}

  public static void put(ConsoleDatabase database, AccountStatus status) {
    database.write(
        h ->
            h.execute(
                """
                insert into account_status values (?, ?::jsonb, now())
                on conflict (account) do update set status = excluded.status
                """,
                status.account(),
                new String(EventJson.write(status), UTF_8)));
  }
}
