package hallmonitor.ingest.command;

import hallmonitor.contract.event.AccountCommand;
import hallmonitor.contract.event.AccountCommand.Act;
import hallmonitor.contract.event.AccountStatus.Outcome;
import hallmonitor.contract.event.AccountStatus.Paused;
import hallmonitor.ingest.polling.ReadingWish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Commands and their lasting effects, in the tables account_command and account_wish. */
public final class CommandTable {
  /** A credential check that is still to be made. */
  public record WaitingCheck(UUID commandId, String account) {}

  private final Jdbi database;

  public CommandTable(Jdbi database) {
    this.database = database;
  }

  /** Stores commands in order, all or none. A known command changes nothing. */
  public void receive(List<AccountCommand> commands) {
    database.useTransaction(t -> commands.forEach(command -> receive(t, command)));
  }

  private static void receive(Handle t, AccountCommand command) {
    int added =
        t.execute(
            """
            insert into account_command (command_id, account, act, backfill_from, asked_by, reason, asked_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (command_id) do nothing
            """,
            command.commandId(),
            text(command.account()),
            command.act().name(),
            command.from().orElse(null),
            text(command.by()),
            text(command.reason()),
            command.at());
    if (added == 1 && command.act() != Act.CHECK) {
      t.execute(
          "insert into account_wish (account) values (?) on conflict do nothing",
          text(command.account()));
      done(t, command.commandId(), obeyed(t, command));
    }
  }

  private static CredentialAnswer obeyed(Handle t, AccountCommand command) {
    return switch (command.act()) {
      case PAUSE -> paused(t, command);
      case RESUME -> resumed(t, command);
      case START_BACKFILL -> started(t, command);
      case STOP_BACKFILL -> stopped(t, command);
      case CHECK -> throw new IllegalArgumentException("a check is not obeyed at once");
    };
  }

  private static CredentialAnswer paused(Handle t, AccountCommand command) {
    int changed =
        t.execute(
            """
            update account_wish set paused_by = ?, paused_reason = ?, paused_since = ?
            where account = ? and paused_by is null
            """,
            text(command.by()),
            text(command.reason()),
            command.at(),
            text(command.account()));
    return changed == 1
        ? new CredentialAnswer(true, "Reading is paused. What people order is still carried out.")
        : new CredentialAnswer(
            true, "It was paused already; who paused it, when and why stays as it was.");
  }

  private static CredentialAnswer resumed(Handle t, AccountCommand command) {
    int changed =
        t.execute(
            """
            update account_wish set paused_by = null, paused_reason = '', paused_since = null
            where account = ? and paused_by is not null
            """,
            text(command.account()));
    return changed == 1
        ? new CredentialAnswer(true, "Reading goes on where it stopped.")
        : new CredentialAnswer(true, "It was not paused.");
  }

  private static CredentialAnswer started(Handle t, AccountCommand command) {
    LocalDate from = command.from().orElseThrow();
    t.execute(
        "update account_wish set backfill_from = ?, backfill_stopped = false where account = ?",
        from,
        text(command.account()));
    return new CredentialAnswer(true, "The history is read back to " + from + ".");
  }

  private static CredentialAnswer stopped(Handle t, AccountCommand command) {
    t.execute(
        "update account_wish set backfill_stopped = true where account = ?",
        text(command.account()));
    return new CredentialAnswer(true, "The history is not read further. What was read stays.");
  }

  /** Returns checks that were not made yet, oldest first. */
  public List<WaitingCheck> waitingChecks() {
    return database.withHandle(
        h ->
            h.createQuery(
                    "select command_id, account from account_command where done_at is null order by sequence limit 100")
                .map(
                    (row, context) ->
                        new WaitingCheck(row.getObject(1, UUID.class), row.getString(2)))
                .list());
  }

  public void answered(UUID commandId, CredentialAnswer answer) {
    database.useHandle(h -> done(h, commandId, answer));
  }

  private static void done(Handle h, UUID commandId, CredentialAnswer answer) {
    h.execute(
        """
        update account_command set done_at = clock_timestamp(), good = ?, sentence = ?
        where command_id = ? and done_at is null
        """,
        answer.good(),
        text(answer.sentence()),
        commandId);
  }

  /** Returns the control of each account. Accounts without commands are missing. */
  Map<String, AccountControl> standings() {
    return database.inTransaction(
        h -> {
          Map<String, List<Outcome>> outcomes = outcomes(h);
          Map<String, AccountControl> standings = new HashMap<>();
          outcomes.forEach(
              (account, some) ->
                  standings.put(
                      account, new AccountControl(ReadingWish.NONE, Optional.empty(), some)));
          h.createQuery("select * from account_wish")
              .map(
                  (row, context) ->
                      standings.put(
                          row.getString("account"),
                          new AccountControl(
                              wish(row),
                              pause(row),
                              outcomes.getOrDefault(row.getString("account"), List.of()))))
              .list();
          return standings;
        });
  }

  private static ReadingWish wish(ResultSet row) throws SQLException {
    return new ReadingWish(
        row.getString("paused_by") != null,
        Optional.ofNullable(row.getObject("backfill_from", LocalDate.class)),
        row.getBoolean("backfill_stopped"));
  }

  private static Optional<Paused> pause(ResultSet row) throws SQLException {
    String by = row.getString("paused_by");
    return by == null
        ? Optional.empty()
        : Optional.of(
            new Paused(
                by, row.getString("paused_reason"), row.getTimestamp("paused_since").toInstant()));
  }

  private static Map<String, List<Outcome>> outcomes(Handle h) {
    Map<String, List<Outcome>> outcomes = new HashMap<>();
    h.createQuery(
            """
            select distinct on (account, act) account, command_id, act, asked_by, good, sentence, done_at
            from account_command where done_at is not null order by account, act, sequence desc
            """)
        .map(
            (row, context) ->
                outcomes
                    .computeIfAbsent(row.getString(1), account -> new ArrayList<>())
                    .add(outcome(row)))
        .list();
    return outcomes;
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    Instant at = row.getTimestamp("done_at").toInstant();
    return new Outcome(
        row.getObject("command_id", UUID.class),
        row.getString("act"),
        row.getString("asked_by"),
        row.getBoolean("good"),
        row.getString("sentence"),
        at);
  }

  /** Removes NUL, which PostgreSQL's text type cannot hold. */
  private static String text(String words) {
    return words.replace('\0', '\uFFFD');
  }
}
