package hallmonitor.ingest.command;

import hallmonitor.contract.event.AccountCommand;
import hallmonitor.contract.event.AccountCommand.Act;
import hallmonitor.contract.event.AccountStatus.Outcome;
import hallmonitor.contract.event.AccountStatus.Paused;
import hallmonitor.ingest.polling.ReadingRequest;
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
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Commands and their lasting effects, in the tables account_command and account_wish. */
public final class CommandTable {
  /** A credential check that is still to be made. */
  public record WaitingCheck(UUID commandId, String account) {}

  /** A row of account_wish. */
  public record AccountWish(
      String account,
      Optional<String> pausedBy,
      String pausedReason,
      Instant pausedSince,
      Optional<LocalDate> backfillFrom,
      boolean backfillStopped,
      boolean actsPaused) {
    ReadingRequest reading() {
      return new ReadingRequest(pausedBy.isPresent(), backfillFrom, backfillStopped);
    }

    Optional<Paused> pause() {
      return pausedBy.map(by -> new Paused(by, pausedReason, pausedSince, actsPaused));
    }
  }

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
      case HALT -> halted(t, command);
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

  /** Also takes over an account that is paused, because more stops than before. */
  private static CredentialAnswer halted(Handle t, AccountCommand command) {
    int changed =
        t.execute(
            """
            update account_wish set paused_by = ?, paused_reason = ?, paused_since = ?, acts_paused = true
            where account = ? and not acts_paused
            """,
            text(command.by()),
            text(command.reason()),
            command.at(),
            text(command.account()));
    return changed == 1
        ? new CredentialAnswer(
            true, "Reading and acting are paused. What is ordered waits, also against danger.")
        : new CredentialAnswer(
            true, "Acting was paused already; who paused it, when and why stays as it was.");
  }

  private static CredentialAnswer resumed(Handle t, AccountCommand command) {
    int changed =
        t.execute(
            """
            update account_wish
            set paused_by = null, paused_reason = '', paused_since = null, acts_paused = false
            where account = ? and paused_by is not null
            """,
            text(command.account()));
    return changed == 1
        ? new CredentialAnswer(
            true, "Reading goes on where it stopped, and what waited is carried out.")
        : new CredentialAnswer(true, "It was not paused.");
  }

  private static CredentialAnswer started(Handle t, AccountCommand command) {
    LocalDate from = command.from().orElseThrow();
    t.execute(
        """
        update account_wish
        set backfill_from = ?, backfill_stopped = false
        where account = ?
        """,
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
                    """
                    select command_id, account
                    from account_command
                    where done_at is null
                    order by sequence limit 100
                    """)
                .map(ConstructorMapper.of(WaitingCheck.class))
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
                      account, new AccountControl(ReadingRequest.NONE, Optional.empty(), some)));
          h.createQuery("select * from account_wish")
              .map(ConstructorMapper.of(AccountWish.class))
              .forEach(
                  wish ->
                      standings.put(
                          wish.account(),
                          new AccountControl(
                              wish.reading(),
                              wish.pause(),
                              outcomes.getOrDefault(wish.account(), List.of()))));
          return standings;
        });
  }

  private static Map<String, List<Outcome>> outcomes(Handle h) {
    return h.createQuery(
            """
            select distinct on (account, act) account, command_id, act, asked_by as by, good, sentence,
              done_at as at
            from account_command
            where done_at is not null
            order by account, act, sequence desc
            """)
        .registerRowMapper(ConstructorMapper.factory(Outcome.class))
        .reduceRows(
            new HashMap<>(),
            (outcomes, row) -> {
              outcomes
                  .computeIfAbsent(row.getColumn("account", String.class), a -> new ArrayList<>())
                  .add(row.getRow(Outcome.class));
              return outcomes;
            });
  }

  /** Removes NUL, which PostgreSQL's text type cannot hold. */
  private static String text(String words) {
    return words.replace('\0', '\uFFFD');
  }
}
