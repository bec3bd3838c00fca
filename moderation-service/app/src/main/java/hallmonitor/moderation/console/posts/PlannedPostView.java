package hallmonitor.moderation.console.posts;

import hallmonitor.moderation.casework.PostCheck;
import hallmonitor.moderation.casework.PostRules.Topic;
import hallmonitor.moderation.console.cases.CategoryFindings;
import hallmonitor.moderation.console.cases.MarkedText;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.ReadingOrder;
import hallmonitor.moderation.finding.Span;
import hallmonitor.moderation.pipeline.rules.OwnTextJudge;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import hallmonitor.moderation.store.posts.PlannedPost;
import hallmonitor.moderation.store.posts.PlannedPost.State;
import hallmonitor.settings.district.District.Person;
import java.util.List;

/**
 * A planned post with what stands in its way.
 *
 * @param approvers who may approve it
 * @param mine whether the viewer wrote it and may change it
 * @param approving whether the viewer may approve it
 */
public record PlannedPostView(
    PlannedPost post, PostCheck check, List<Person> approvers, boolean mine, boolean approving) {
  public String getText() {
    return OwnTextJudge.text(post.title(), post.body());
  }

  private List<Finding> findings() {
    return ReadingOrder.of(
        check.verdict().hits().stream()
            .flatMap(hit -> hit.findings().stream())
            .distinct()
            .toList());
  }

  /** Returns the whole text with the words that caused a finding. */
  public MarkedText getMarked() {
    List<Span> spans = findings().stream().flatMap(found -> found.spans().stream()).toList();
    return MarkedText.of(getText(), spans, getText().length());
  }

  public List<CategoryFindings> getFound() {
    return CategoryFindings.of(findings());
  }

  public List<Clause> getClauses() {
    return check.verdict().hits().stream().map(ClauseHit::clause).toList();
  }

  /** Returns the topics' names in the reader's language. */
  public String getTopics() {
    return String.join(", ", check.topics().stream().map(PlannedPostView::name).toList());
  }

  private static String name(Topic topic) {
    return DisplayLabels.spanish() && !topic.spanishName().isEmpty()
        ? topic.spanishName()
        : topic.name();
  }

  public String getNames() {
    return String.join(", ", approvers.stream().map(Person::name).toList());
  }

  public List<String> getAuthors() {
    return List.of(post.author());
  }

  public boolean isWriting() {
    return post.isIn(State.WRITING);
  }

  public boolean isAsked() {
    return post.isIn(State.ASKED);
  }

  /** Returns whether it may go out now. */
  public boolean isReady() {
    return !check.isStopped() && (post.isIn(State.APPROVED) || isWriting() && check.isFree());
  }

  public boolean isPublished() {
    return post.isIn(State.PUBLISHED);
  }

  public boolean isApproved() {
    return post.isIn(State.APPROVED);
  }
}
