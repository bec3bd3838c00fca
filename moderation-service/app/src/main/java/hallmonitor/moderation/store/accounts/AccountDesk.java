package hallmonitor.moderation.store.accounts;

import hallmonitor.contract.event.AccountCommand;
import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.Outbox;
import hallmonitor.moderation.store.AuditLog;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/**
 * People's commands for reading accounts, each with its audit row and its event in one transaction.
 * The ingest service reports the outcome in the account's status.
 */
public final class AccountDesk {
  private final Jdbi database;
  private final Runnable relay;

  /**
   * Creates a desk.
   *
   * @param relay called after a commit that must be published
   */
  public AccountDesk(Jdbi database, Runnable relay) {
    this.database = database;
    this.relay = relay;
  }

  /**
   * Sends a command.
   *
   * @param command its id came with the form, so that sending it twice is one command
   */
  public void ask(AccountCommand command) {
    database.useTransaction(
        t -> {
          int added =
              t.execute(
                  """
                  insert into account_request (command_id, account, act, backfill_from, asked_by, reason)
                  values (?, ?, ?, ?, ?, ?) on conflict (command_id) do nothing
                  """,
                  command.commandId(),
                  command.account(),
                  command.act().name(),
                  command.from().orElse(null),
                  command.by(),
                  command.reason());
          if (added == 1) {
            AuditLog.add(
                t,
                command.by(),
                "account-" + command.act().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "account " + command.account(),
                command.from().map(day -> "from " + day + ". ").orElse("") + command.reason());
            Outbox.add(t, Topic.ACCOUNT_COMMANDS.topicName(), command.key(), command);
          }
        });
    relay.run();
  }
}
