package hallmonitor.notifier.evidence.verify;

import hallmonitor.notifier.evidence.ledger.Chain;
import hallmonitor.notifier.evidence.ledger.RecordFacts;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.ledger.UncheckedRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads a consistent snapshot of a ledger from its table, through a cursor. */
public final class LedgerRows {
  private static final int AT_ONCE = 200;

  /** Receives records in order. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Receives a record.
     *
     * @return whether to continue
     */
    boolean take(SealedRecord record) throws SQLException;
  }

  private LedgerRows() {}

  /** Passes rows to a verification; stops at the first bad one. */
  public static void prove(Connection connection, String table, LedgerVerification proof)
      throws SQLException {
    prove(connection, table, proof, sequence -> {});
  }

  /**
   * Passes rows to a verification; stops at the first bad one.
   *
   * @param right gets the number of each record that is right
   */
  public static void prove(
      Connection connection, String table, LedgerVerification proof, LongConsumer right)
      throws SQLException {
    read(
        connection,
        table,
        "",
        rows -> {
          UncheckedRecord found =
              new UncheckedRecord(
                  rows.getBytes("record"), rows.getString("hash"), rows.getString("link"));
          if (!proof.next(found)) {
            return false;
          }
          if (!fits(rows, RecordFacts.read(found.record()))) {
            proof.disagrees("the columns of its row do not agree with what was sealed");
            return false;
          }
          right.accept(rows.getLong("sequence"));
          return true;
        });
  }

  /**
   * Follows the chain from one record to its end, or to the first bad one.
   *
   * @param from the record before the first that is checked
   */
  public static Chain.Followed follow(Connection connection, String table, SealedRecord.Head from)
      throws SQLException {
    Chain chain = new Chain(from);
    List<String> problems = new ArrayList<>();
    read(
        connection,
        table,
        "where sequence > " + from.sequence(),
        rows -> {
          chain
              .next(
                  new UncheckedRecord(
                      rows.getBytes("record"), rows.getString("hash"), rows.getString("link")))
              .ifPresent(problems::add);
          return problems.isEmpty();
        });
    return new Chain.Followed(chain.head(), problems.stream().findFirst());
  }

  /** Reads all records of a ledger, or of one case. */
  public static void each(Connection connection, String table, String where, Sink sink)
      throws SQLException {
    read(
        connection,
        table,
        where,
        rows ->
            sink.take(
                new SealedRecord(
                    rows.getLong("sequence"),
                    rows.getBytes("record"),
                    rows.getString("hash"),
                    rows.getString("link"))));
  }

  private static boolean fits(ResultSet rows, RecordFacts facts) throws SQLException {
    return rows.getLong("sequence") == facts.sequence()
        && facts.entry().equals(rows.getString("entry_id"))
        && facts.caseId().equals(rows.getString("case_id"))
        && facts.kind().equals(rows.getString("kind"));
  }

  private interface RowSink {
    boolean take(ResultSet rows) throws SQLException;
  }

  private static void read(Connection connection, String table, String where, RowSink sink)
      throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet rows =
          statement.executeQuery(
              """
              select sequence, entry_id::text, case_id::text, kind, record, hash, link
              from %s
              %s
              order by sequence
              """
                  .formatted(table, where))) {
        while (rows.next() && sink.take(rows)) {
          // continue with the next row
        }
      }
    } finally {
      connection.rollback();
      connection.setReadOnly(false);
      connection.setAutoCommit(true);
    }
  }
}
