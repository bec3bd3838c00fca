package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.HandEscalation;
import hallmonitor.moderation.casework.OnEscalation;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.cases.CaseWriter;
import hallmonitor.moderation.store.cases.LockedCase;
import hallmonitor.moderation.store.evidence.ArchivedComment;
import hallmonitor.moderation.store.evidence.Captures;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Carries out manual escalations, one transaction each. Events and evidence are the same as for the
 * policy's escalations, built from the archive.
 */
public final class HandEscalations {
  /** An archived finding; its spans are in UTF-16 units of the revision's text. */
  record KeptFinding(
      String category, double score, String detector, List<KeptSpan> spans, String why) {
    CaseEscalated.Finding of(String text) {
      List<String> quoted =
          spans.stream()
              .filter(s -> 0 <= s.from() && s.from() <= s.to() && s.to() <= text.length())
              .map(s -> text.substring(s.from(), s.to()))
              .toList();
      String label = category.toLowerCase(Locale.ROOT).replace('_', '-');
      return new CaseEscalated.Finding(label, score, detector, quoted, why);
    }
  }

  record KeptSpan(int from, int to) {}

  private final Jdbi database;
  private final Clock clock;
  private final Runnable relay;

  /**
   * Creates the service.
   *
   * @param relay called after a commit that must be published
   */
  public HandEscalations(Jdbi database, Clock clock, Runnable relay) {
    this.database = database;
    this.clock = clock;
    this.relay = relay;
  }

  /**
   * Escalates.
   *
   * @param accountName the account's name in notices
   * @throws CaseChanged if the case has changed since the person saw it, or if there is none
   */
  public void escalate(HandEscalation asked, String accountName) {
    database.useTransaction(
        transaction -> {
          try {
            write(transaction, asked, accountName);
          } catch (SQLException e) {
            throw new IllegalStateException(
                "the escalation of " + asked.caseId() + " is not written", e);
          }
        });
    relay.run();
  }

  private void write(Handle transaction, HandEscalation asked, String accountName)
      throws SQLException {
    Instant at = clock.instant();
    LockedCase locked = LockedCase.of(transaction, asked.caseId()).at(asked.version());
    ArchivedComment archived = ArchivedComment.present(transaction.getConnection(), asked.caseId());
    CommentSeen seen = archived.seen();
    CaseChange change = OnEscalation.change(locked.now(), asked, seen.revision(), at);
    Capture capture =
        new Captures(transaction.getConnection())
            .byHand(asked.caseId(), asked.clause().id(), asked.by(), at)
            .orElseThrow();
    Snapshot snapshot =
        new Snapshot(
            accountName,
            seen.author().name(),
            seen.text(),
            seen.post().title(),
            parent(transaction, seen),
            seen.permalink(),
            findings(transaction, seen));
    new CaseWriter(transaction)
        .write(List.of(locked.write(change, Optional.of(snapshot), Optional.of(capture))), at);
    AuditLog.add(
        transaction,
        asked.by(),
        "escalate",
        "case " + asked.caseId(),
        change.events().get(0).detail());
  }

  private static Optional<String> parent(Handle transaction, CommentSeen seen) {
    return seen.parent()
        .flatMap(
            parent ->
                transaction
                    .createQuery(
                        "select latest_text from comment where account = :account and comment_id = :id")
                    .bind("account", seen.comment().account())
                    .bind("id", parent)
                    .mapTo(String.class)
                    .findOne());
  }

  private static List<CaseEscalated.Finding> findings(Handle transaction, CommentSeen seen) {
    String json =
        transaction
            .createQuery(
                """
                select findings::text from revision
                where account = :account and comment_id = :id and revision = :revision
                """)
            .bind("account", seen.comment().account())
            .bind("id", seen.comment().id())
            .bind("revision", seen.revision())
            .mapTo(String.class)
            .one();
    return Arrays.stream(EventJson.read(json.getBytes(StandardCharsets.UTF_8), KeptFinding[].class))
        .map(finding -> finding.of(seen.text()))
        .toList();
  }
}
