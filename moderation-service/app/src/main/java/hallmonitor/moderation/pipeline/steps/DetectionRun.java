package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Detection;
import hallmonitor.moderation.finding.Detectors;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.FirstLook;
import hallmonitor.moderation.finding.together.JoinedComments;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Runs the detectors on one comment: on the comment alone, and joined with what its author wrote in
 * pieces, and on the words in its pictures. Another thread can watch it and give up on it, like the
 * detections that it is made of.
 */
public final class DetectionRun {
  private final Comment comment;
  private final Optional<JoinedComments> joined;
  private final Detection alone;
  private final Optional<Detection> others;
  private final Optional<Detection> whole;
  private final PicturedRun pictured;

  private DetectionRun(
      Comment comment,
      Optional<JoinedComments> joined,
      Detection alone,
      Optional<Detection> others,
      Optional<Detection> whole,
      PicturedRun pictured) {
    this.comment = comment;
    this.joined = joined;
    this.alone = alone;
    this.others = others;
    this.whole = whole;
    this.pictured = pictured;
  }

  /**
   * Returns whether something is seen at a glance in a comment, or in it and what its author wrote
   * in pieces.
   *
   * @param least score of a finding that counts
   */
  public static boolean isSeenAtAGlance(CommentUpdate update, RuleSnapshot rules, double least) {
    Comment comment = comment(update, rules);
    return update.toJudge()
        && Stream.concat(
                Stream.of(comment), joined(update, comment).stream().map(JoinedComments::whole))
            .flatMap(text -> rules.detectors().glance(text).stream())
            .anyMatch(finding -> finding.score() >= least);
  }

  private static Optional<JoinedComments> joined(CommentUpdate update, Comment comment) {
    return update.beside().isEmpty()
        ? Optional.empty()
        : JoinedComments.of(comment, update.earlier(), update.later());
  }

  static DetectionRun of(CommentUpdate update, RuleSnapshot rules, WhichLook look) {
    Comment comment = comment(update, rules);
    Detectors detectors = rules.detectors();
    Optional<JoinedComments> joined = joined(update, comment);
    return new DetectionRun(
        comment,
        joined,
        look.at(comment, detectors),
        joined.map(j -> look.at(j.others(), detectors)),
        joined.map(j -> look.at(j.whole(), detectors)),
        PicturedRun.of(update, comment, detectors, look));
  }

  static Comment comment(CommentUpdate update, RuleSnapshot rules) {
    CommentSeen seen = update.seen();
    return Comment.of(
            seen.text(),
            seen.author().name(),
            (seen.post().title() + "\n" + seen.post().text()).strip(),
            update.parentText(),
            rules.accountKind(seen.comment().account()))
        .where(CommentTranslation.names(seen, rules.district()));
  }

  FirstLook run() {
    return pictured.after(ownWords());
  }

  private FirstLook ownWords() {
    FirstLook said = alone.run();
    if (joined.isEmpty()) {
      return said;
    }
    FirstLook inWhole = whole.orElseThrow().run();
    // The other pieces alone matter only if the whole says more than the comment.
    FirstLook inOthers =
        JoinedComments.saysMore(said.findings(), inWhole.findings())
            ? others.orElseThrow().run()
            : FirstLook.NOTHING;
    List<Finding> all = new ArrayList<>(said.findings());
    all.addAll(
        joined
            .get()
            .onlyTogether(comment, said.findings(), inOthers.findings(), inWhole.findings()));
    return new FirstLook(all, danger(said, inWhole, inOthers));
  }

  /** As dangerous as the worst reading, if any of them needs a second look. */
  private static OptionalDouble danger(FirstLook... looks) {
    return Stream.of(looks).anyMatch(FirstLook::needsSecondLook)
        ? Stream.of(looks)
            .mapToDouble(
                look -> Math.max(look.danger().orElse(0), FirstLook.danger(look.findings())))
            .max()
        : OptionalDouble.empty();
  }

  /** Returns a number that grows with each finished detector. */
  int step() {
    return alone.step()
        + others.map(Detection::step).orElse(0)
        + whole.map(Detection::step).orElse(0)
        + pictured.step();
  }

  /** Returns a copy for another thread; a running detector counts as failed. */
  DetectionRun givenUp() {
    return new DetectionRun(
        comment,
        joined,
        alone.givenUp(),
        others.map(Detection::givenUp),
        whole.map(Detection::givenUp),
        pictured.givenUp());
  }
}
