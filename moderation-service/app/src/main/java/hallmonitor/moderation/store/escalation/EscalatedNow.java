package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.store.cases.CaseWriter;
import hallmonitor.moderation.store.cases.LockedCase;
import hallmonitor.moderation.store.evidence.ArchivedComment;
import hallmonitor.moderation.store.evidence.Captures;
import hallmonitor.moderation.text.gloss.SpanishGloss;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Escalates a locked case with its comment's current archived text, with the same events and
 * evidence as an escalation at the verdict.
 */
record EscalatedNow(LockedCase locked, CommentSeen seen) {
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

  /**
   * Loads the newest text.
   *
   * @throws hallmonitor.moderation.casework.Decisions.NotLegal if it was disposed of
   */
  static EscalatedNow of(Handle transaction, LockedCase locked) throws SQLException {
    return new EscalatedNow(
        locked, ArchivedComment.present(transaction.getConnection(), locked.now().id()).seen());
  }

  /** Returns the revision that is captured. */
  String revision() {
    return seen.revision();
  }

  /**
   * Writes the change with its evidence, and publishes it after the commit.
   *
   * @param change that escalates
   * @param accountName the account's name in notices
   * @param by a user name, or the policy
   */
  void write(Handle transaction, CaseChange change, String accountName, String by, Instant at)
      throws SQLException {
    String clause = change.escalation().orElseThrow().clause().id();
    Capture capture =
        new Captures(transaction.getConnection())
            .ofArchived(locked.now().id(), clause, by, at)
            .orElseThrow();
    Snapshot snapshot =
        new Snapshot(
            accountName,
            seen.author().name(),
            seen.text(),
            seen.post().title(),
            parent(transaction, seen),
            seen.permalink(),
            findings(transaction, seen),
            SpanishGloss.shipped().inEnglish(seen.text()));
    new CaseWriter(transaction)
        .write(List.of(locked.write(change, Optional.of(snapshot), Optional.of(capture))), at);
  }

  private static Optional<String> parent(Handle transaction, CommentSeen seen) {
    return seen.parent()
        .flatMap(
            parent ->
                transaction
                    .createQuery(
                        """
                        select latest_text from comment
                        where account = :account and comment_id = :id
                        """)
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
