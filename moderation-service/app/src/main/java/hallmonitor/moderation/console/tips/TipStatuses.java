package hallmonitor.moderation.console.tips;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads what became of tips, for their senders. */
@ApplicationScoped
public class TipStatuses {
  private static final String SELECT =
      """
      select substr(t.reference, 1, 4) || '-' || substr(t.reference, 5, 4) || '-' || substr(t.reference, 9) as reference,
        %s as state, t.received_at
      from tip t join review_case rc using (case_id)
      where %%s
      order by t.received_at desc limit 100
      """
          .formatted(TipStatus.SQL);

  private final ConsoleDatabase database;

  TipStatuses(ConsoleDatabase database) {
    this.database = database;
  }

  /** Finds one by the stored form of the token in its private link. */
  Optional<TipStatus> find(String stateHash) {
    return database.read(
        h ->
            h.createQuery(SELECT.formatted("t.state_hash = :hash"))
                .bind("hash", stateHash)
                .map(rows(TipStatus.class))
                .findOne());
  }

  /** Returns a person's own, the newest first. */
  List<TipStatus> of(String user) {
    return database.read(
        h ->
            h.createQuery(SELECT.formatted("t.reporter_user = :user"))
                .bind("user", user)
                .map(rows(TipStatus.class))
                .list());
  }
}
