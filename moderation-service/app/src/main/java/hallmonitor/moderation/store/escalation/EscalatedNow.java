package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CaseEscalated;
import hallmonitor.contract.event.CaseEscalated.Snapshot;
import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.archive.PictureHeard;
import hallmonitor.moderation.store.archive.PicturedRevisions;
import hallmonitor.moderation.store.cases.CaseWriter;
import hallmonitor.moderation.store.cases.LockedCase;
import hallmonitor.moderation.store.evidence.ArchivedComment;
import hallmonitor.moderation.store.evidence.Captures;
import hallmonitor.moderation.text.gloss.SpanishGloss;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Escalates a locked case with its comment's current archived text, with the same events and
 * evidence as an escalation at the verdict.
 */
record EscalatedNow(LockedCase locked, CommentSeen seen) {
  /** An archived finding; its spans are in UTF-16 units of the revision's text. */
  record KeptFinding(
      String category, double score, String detector, List<KeptSpan> spans, String why) {
    CaseEscalated.Finding of(String text, String pictured) {
      List<String> quoted =
          detector.equals(CaseEscalated.Finding.IN_A_PICTURE) && !pictured.isEmpty()
              ? List.of(pictured)
              : quoted(text);
      String label = category.toLowerCase(Locale.ROOT).replace('_', '-');
      return new CaseEscalated.Finding(label, score, detector, quoted, why);
    }

    private List<String> quoted(String text) {
      return spans.stream()
          .filter(s -> 0 <= s.from() && s.from() <= s.to() && s.to() <= text.length())
          .map(s -> text.substring(s.from(), s.to()))
          .toList();
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
    Clause clause = change.escalation().orElseThrow().clause();
    Capture capture =
        new Captures(transaction.getConnection())
            .ofArchived(locked.now().id(), clause.id(), by, at)
            .orElseThrow();
    Snapshot snapshot =
        new Snapshot(
            accountName,
            seen.author().name(),
            seen.text(),
            seen.post().title(),
            parent(transaction, seen),
            seen.permalink(),
            findings(transaction, clause),
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

  /**
   * Returns what was found, and the words that were read in the pictures that it shows, whether or
   * not anything was found in them: people are told what the person saw.
   */
  private List<CaseEscalated.Finding> findings(Handle transaction, Clause clause)
      throws SQLException {
    CommentKey comment = locked.now().comment();
    String pictured =
        PictureHeard.allWords(
            PictureHeard.shownBy(
                seen, new PicturedRevisions(transaction.getConnection()).of(Set.of(comment))));
    List<CaseEscalated.Finding> all = new ArrayList<>();
    for (KeptFinding kept : kept(transaction)) {
      all.add(kept.of(seen.text(), pictured));
    }
    if (!pictured.isEmpty() && all.stream().noneMatch(EscalatedNow::isInPicture)) {
      all.add(
          new CaseEscalated.Finding(
              clause.when().get(0).category().label(),
              0,
              CaseEscalated.Finding.IN_A_PICTURE,
              List.of(pictured),
              "These words stand in a picture of the comment. Nothing was found in them."));
    }
    return all;
  }

  private static boolean isInPicture(CaseEscalated.Finding finding) {
    return finding.detector().equals(CaseEscalated.Finding.IN_A_PICTURE);
  }

  private KeptFinding[] kept(Handle transaction) {
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
    return EventJson.read(json.getBytes(StandardCharsets.UTF_8), KeptFinding[].class);
  }
}
