package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Words;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.pipeline.Judging.Answer;
import hallmonitor.moderation.policy.Verdict;
import hallmonitor.moderation.store.CommentRow;
import hallmonitor.moderation.store.PostRow;
import hallmonitor.moderation.store.RevisionRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch adds to the archive: the last state of each post and comment, and every revision.
 */
record Rows(
    Collection<PostRow> posts, Collection<CommentRow> comments, List<RevisionRow> revisions) {

  static Rows of(List<Answer> answers, InForce rules) {
    Map<List<String>, PostRow> posts = new LinkedHashMap<>();
    Map<CommentKey, CommentRow> comments = new LinkedHashMap<>();
    List<RevisionRow> revisions = new ArrayList<>(answers.size());
    for (Answer answer : answers) {
      News news = answer.news();
      comments.put(news.after().key(), news.after());
      if (news.newRevision()) {
        PostRow post = news.arrival().post();
        posts.put(List.of(post.account(), post.id()), post);
        revisions.add(revision(answer, rules));
      }
    }
    return new Rows(posts.values(), comments.values(), revisions);
  }

  private static RevisionRow revision(Answer answer, InForce rules) {
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
        Words.of(seen.kind()),
        seen.text(),
        seen.raw(),
        seen.claimedAt().orElse(null),
        seen.observedAt(),
        answer.verdict().map(Verdict::outcome).orElse(null),
        clauses,
        findings,
        rules.policyVersion(),
        rules.modelVersion(),
        answer.language().code());
  }
}
