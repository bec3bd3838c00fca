package hallmonitor.moderation.console.access;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/**
 * Records failed sign-ins in the audit log: one row an hour for each person and network, one an
 * hour for unknown names from a network, and at most {@value #MOST_AN_HOUR} an hour and one that
 * says so. What was typed is never recorded: it may be a password.
 */
@ApplicationScoped
class FailedSignIns {
  static final String ACT = "sign-in-refused";
  static final String ACTOR = "sign-in";
  static final int MOST_AN_HOUR = 200;

  private static final String ADD =
      """
      insert into audit (actor, act, target, detail)
      select :actor, :act, :target, :detail
      where not exists (select from audit where act = :act and target = :target
          and detail = :detail and at >= date_trunc('hour', clock_timestamp()))
        and (select count(*) from audit where act = :act
          and at >= date_trunc('hour', clock_timestamp())) between :least and :most
      """;

  private final ConsoleDatabase database;

  FailedSignIns(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Records that somebody was not let in.
   *
   * @param userName empty for a name that nobody has
   */
  void record(String userName, String network) {
    String where = "network %s.".formatted(network);
    String detail = userName.isEmpty() ? "unknown name, " + where : where;
    database.write(
        h -> {
          // Serialized, so that parallel attempts are one row.
          h.execute("select pg_advisory_xact_lock(hashtextextended('sign_in_refused', 0))");
          add(h, userName, detail, 0, MOST_AN_HOUR - 1);
          return add(h, "", "many networks.", MOST_AN_HOUR, MOST_AN_HOUR);
        });
  }

  private static int add(Handle h, String target, String detail, int least, int most) {
    return h.createUpdate(ADD)
        .bind("actor", ACTOR)
        .bind("act", ACT)
        .bind("target", target)
        .bind("detail", detail)
        .bind("least", least)
        .bind("most", most)
        .execute();
  }
}
