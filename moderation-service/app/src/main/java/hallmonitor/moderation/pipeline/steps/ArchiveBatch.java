package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.store.archive.Archive;
import hallmonitor.moderation.store.archive.CommentRow;
import hallmonitor.moderation.store.archive.RevisionRow;
import hallmonitor.moderation.text.language.Language;
import hallmonitor.moderation.text.language.Languages;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch's additions to the archive: the last state of each post and comment, and every revision.
 */
public record ArchiveBatch(
    Collection<PostSeen> posts, Collection<CommentRow> comments, List<RevisionRow> revisions) {

  public static ArchiveBatch of(
      List<CommentVerdict> verdicts, RuleSnapshot rules, Languages languages) {
    Map<String, PostSeen> posts = new LinkedHashMap<>();
    Map<CommentKey, CommentRow> comments = new LinkedHashMap<>();
    List<RevisionRow> revisions = new ArrayList<>(verdicts.size());
    for (CommentVerdict judged : verdicts) {
      CommentUpdate update = judged.update();
      comments.put(update.key(), update.after());
      if (update.newRevision()) {
        CommentTranslation.post(update.seen()).ifPresent(post -> posts.put(post.key(), post));
        revisions.add(revision(judged, rules, languages));
      }
    }
    return new ArchiveBatch(posts.values(), comments.values(), revisions);
  }

  /** Adds them: what the platform said, the text and the verdict, the basis of every order. */
  public void writeTo(Archive archive) throws SQLException {
    archive.addPosts(posts);
    archive.putComments(comments);
    archive.addRevisions(revisions);
  }

  /** Replaces the first look's verdicts on these revisions. */
  public void judgeAgain(Archive archive) throws SQLException {
    archive.judgeAgain(revisions);
  }

  private static Optional<PolicyOutcome> outcome(CommentVerdict judged) {
    return judged.verdict().map(Verdict::outcome);
  }

  private static RevisionRow revision(
      CommentVerdict judged, RuleSnapshot rules, Languages languages) {
    CommentSeen seen = judged.update().seen();
    // Language and likeness are needed only if a person may look.
    boolean forPeople = judged.isForPeople();
    return new RevisionRow(
        judged.update().key(),
        seen.revision(),
        EnumCodes.of(CommentTranslation.revisionKind(seen)),
        seen.text(),
        seen.raw(),
        seen.attachments(),
        seen.names().map(EnumCodes::of).orElse(null),
        seen.claimedAt().orElse(null),
        seen.observedAt(),
        outcome(judged).orElse(null),
        outcome(judged).filter(o -> judged.awaitsSecondLook()).orElse(null),
        judged.clauses(),
        judged.findings(),
        rules.policyVersion(),
        rules.modelVersion(),
        (forPeople ? languages.of(seen.text()) : Language.UNKNOWN).code(),
        forPeople ? judged.update().likeness() : Optional.empty());
  }
}
