package hallmonitor.moderation.store.cases;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.messaging.TraceHeaders;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.wording.Sentence;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A case that a person is about to change, locked until the transaction ends. Orders cite the
 * policy and the model of the verdict that the person saw.
 */
public record LockedCase(
    Case now, String platform, String authorKey, String policyVersion, String modelVersion) {

  /**
   * Locks a case.
   *
   * @throws CaseChanged if there is no such case
   */
  public static LockedCase of(Handle transaction, UUID id) throws SQLException {
    Case now =
        new CaseTable(transaction.getConnection())
            .lockByIds(List.of(id)).stream()
                .findFirst()
                .orElseThrow(
                    () ->
                        new CaseChanged(
                            Sentence.of(
                                "That case does not exist. Go back to the queue and reload it.")));
    return transaction
        .createQuery(
            """
            select c.platform, c.author_key, r.policy_version, r.model_version
            from comment c join revision r using (account, comment_id)
            where account = :account and comment_id = :comment and r.revision = :revision
            """)
        .bind("account", now.comment().account())
        .bind("comment", now.comment().id())
        .bind("revision", now.verdict().revision())
        .map(
            (row, context) ->
                new LockedCase(
                    now,
                    row.getString("platform"),
                    row.getString("author_key"),
                    row.getString("policy_version"),
                    row.getString("model_version")))
        .one();
  }

  /**
   * Checks the version.
   *
   * @param version that the person saw
   * @throws CaseChanged if the case has since changed in a relevant way
   */
  public LockedCase at(int version) {
    if (!now.version().isAsIn(version)) {
      throw new CaseChanged(
          Sentence.of("The case changed after you opened it. Reload the page and decide again."));
    }
    return this;
  }

  public CaseWrite write(CaseChange change) {
    return write(change, Optional.empty(), Optional.empty());
  }

  public CaseWrite write(
      CaseChange change, Optional<Snapshot> snapshot, Optional<Capture> capture) {
    return new CaseWrite(
        change,
        platform,
        authorKey,
        policyVersion,
        modelVersion,
        snapshot,
        Optional.empty(),
        capture,
        TraceHeaders.current());
  }
}
