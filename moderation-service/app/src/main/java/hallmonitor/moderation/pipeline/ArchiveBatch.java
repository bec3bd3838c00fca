package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.JudgingPool.Answer;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.store.archive.CommentRow;
import hallmonitor.moderation.store.archive.PostRow;
import hallmonitor.moderation.store.archive.RevisionRow;
import hallmonitor.moderation.text.TextLikeness;
import hallmonitor.moderation.text.language.Language;
import hallmonitor.moderation.text.language.Languages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch adds to the archive: the last state of each post and comment, and every revision.
 */
record ArchiveBatch(
    Collection<PostRow> posts, Collection<CommentRow> comments, List<RevisionRow> revisions) {

  static ArchiveBatch of(List<Answer> answers, RuleSnapshot rules, Languages languages) {
    Map<List<String>, PostRow> posts = new LinkedHashMap<>();
    Map<CommentKey, CommentRow> comments = new LinkedHashMap<>();
    List<RevisionRow> revisions = new ArrayList<>(answers.size());
    for (Answer answer : answers) {
      CommentUpdate news = answer.news();
      comments.put(news.after().key(), news.after());
      if (news.newRevision()) {
        PostRow post = news.arrival().post();
        posts.put(List.of(post.account(), post.id()), post);
        revisions.add(revision(answer, rules, languages));
      }
    }
    return new ArchiveBatch(posts.values(), comments.values(), revisions);
  }

  private static RevisionRow revision(Answer answer, RuleSnapshot rules, Languages languages) {
    CommentSeen seen = answer.news().arrival().seen();
    List<String> clauses =
        answer
            .verdict()
            .map(v -> v.hits().stream().map(h -> h.clause().id()).toList())
            .orElse(List.of());
    List<Finding> findings = answer.verdict().map(Verdict::findings).orElse(List.of());
    return new RevisionRow(
        answer.news().arrival().key(),
        seen.revision(),
        EnumCodes.of(seen.kind()),
        seen.text(),
        seen.raw(),
        seen.attachments(),
        seen.claimedAt().orElse(null),
        seen.observedAt(),
        answer.verdict().map(Verdict::outcome).orElse(null),
        clauses,
        findings,
        rules.policyVersion(),
        rules.modelVersion(),
        language(answer, languages).code(),
        isForPeople(answer) ? Optional.of(TextLikeness.of(seen.text())) : Optional.empty());
  }

  /** Looked at only where a person may have to look, since nobody asks otherwise. */
  private static Language language(Answer answer, Languages languages) {
    return isForPeople(answer)
        ? languages.of(answer.news().arrival().seen().text())
        : Language.UNKNOWN;
  }

  private static boolean isForPeople(Answer answer) {
    return answer.verdict().filter(v -> v.outcome() != PolicyOutcome.ALLOW).isPresent();
  }
}
