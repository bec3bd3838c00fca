package hallmonitor.messaging;

import hallmonitor.contract.event.EventJson.UnreadableEvent;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;

/** What a failure is due to. This is the only place where a service decides that. */
public enum Blame {
  /** The record: no retry can make it usable. */
  RECORD,
  /** The database, the broker, or the process itself: it is waited for, or restarted. */
  SURROUNDINGS,
  /** Our own code, perhaps because of the record: only some retries can tell. */
  UNCLEAR;

  /**
   * SQLSTATE classes of errors caused by a row: data exception, integrity constraint violation,
   * program limit exceeded (a key too long for its index). See
   * https://www.postgresql.org/docs/17/errcodes-appendix.html
   */
  private static final Set<String> OF_THE_ROW = Set.of("22", "23", "54");

  /**
   * Connection exception, transaction rollback (such as a deadlock), insufficient resources,
   * operator intervention, system error. A statement that was canceled for its time is one of them:
   * a database that is slow for all comments must not put them aside one after the other.
   */
  private static final Set<String> OF_THE_DATABASE = Set.of("08", "40", "53", "57", "58");

  /** Of a server that became a standby, and of a lock that others keep. */
  private static final Set<String> ALSO_OF_THE_DATABASE = Set.of("25006", "55P03");

  private static final int LENGTH_OF_STATE = 5;

  /** Returns what a failure is due to, by itself and its causes. */
  public static Blame of(Throwable failure) {
    // Its memory is used up, or the JVM has a fault.
    if (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)) {
      return SURROUNDINGS;
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Optional<Blame> blame = ofOne(t);
      if (blame.isPresent()) {
        return blame.get();
      }
    }
    return UNCLEAR;
  }

  private static Optional<Blame> ofOne(Throwable t) {
    if (t instanceof BatchReader.Unusable
        || t instanceof UnreadableEvent
        || t instanceof StackOverflowError) {
      return Optional.of(RECORD);
    }
    if (t instanceof KafkaException
        || t instanceof InterruptedException
        || t instanceof Worker.Trouble
        || t instanceof SQLTransientConnectionException
        || t instanceof SQLNonTransientConnectionException) {
      return Optional.of(SURROUNDINGS);
    }
    return t instanceof SQLException sql ? state(sql).map(Blame::ofState) : Optional.empty();
  }

  private static Blame ofState(String state) {
    String its = state.substring(0, 2);
    if (OF_THE_ROW.contains(its)) {
      return RECORD;
    }
    boolean waitedFor = OF_THE_DATABASE.contains(its) || ALSO_OF_THE_DATABASE.contains(state);
    return waitedFor ? SURROUNDINGS : UNCLEAR;
  }

  private static Optional<String> state(SQLException e) {
    return Optional.ofNullable(e.getSQLState()).filter(state -> state.length() == LENGTH_OF_STATE);
  }

  /**
   * Returns whether a failure may be due to the record: the surroundings are not to blame.
   *
   * @param healthy asks the database; called only if the failure itself does not tell
   */
  public static boolean mayBeOnRecord(Throwable failure, BooleanSupplier healthy) {
    return switch (of(failure)) {
      case RECORD -> true;
      case SURROUNDINGS -> false;
      case UNCLEAR -> healthy.getAsBoolean();
    };
  }

  /**
   * Returns what to show of a failure: without the message of a database or of our own code, which
   * may quote what people wrote.
   */
  static Throwable shown(Throwable failure) {
    if (failure instanceof BatchReader.Unusable || failure instanceof UnreadableEvent) {
      return failure;
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Optional<String> state = t instanceof SQLException sql ? state(sql) : Optional.empty();
      if (state.isPresent()) {
        return new BatchReader.Unusable(
            "the database refuses what it holds (SQLSTATE " + state.get() + ")", null);
      }
    }
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    return new BatchReader.Unusable(
        "cannot be handled: " + failure.getClass().getSimpleName() + place, null);
  }
}
