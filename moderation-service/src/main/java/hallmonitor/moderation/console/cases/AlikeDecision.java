package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.HarmlessTexts;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One decision on several cases: each is decided, recorded and audited by itself. */
@RequestScoped
class AlikeDecision {
  /**
   * @param left those that changed meanwhile, or that no longer offer the decision
   */
  record Done(int decided, List<Member> left, boolean setBack) {
    Sentence sentence() {
      return decidedOnes().and(leftOnes()).and(setBack ? SET_BACK : Sentence.NONE);
    }

    private Sentence decidedOnes() {
      return switch (decided) {
        case 0 -> Sentence.NONE;
        case 1 -> Sentence.of("1 case is decided.");
        default -> Sentence.of("{1} cases are decided, each by itself.", decided);
      };
    }

    private Sentence leftOnes() {
      return switch (left.size()) {
        case 0 -> Sentence.NONE;
        case 1 -> Sentence.of("1 case changed meanwhile and is as it was: look at it again.");
        default ->
            Sentence.of(
                "{1} cases changed meanwhile and are as they were: look at them again.",
                left.size());
      };
    }
  }

  static final Sentence SET_BACK =
      Sentence.of("The same text by others goes to the end of the queue for 30 days.");

  private final Decisions decisions;
  private final CaseQueries cases;
  private final HarmlessTexts texts;
  private final Viewer viewer;

  AlikeDecision(Decisions decisions, CaseQueries cases, HarmlessTexts texts, Viewer viewer) {
    this.decisions = decisions;
    this.cases = cases;
    this.texts = texts;
    this.viewer = viewer;
  }

  /**
   * @param setBack whether the same text by others is to wait at the end of the queue, should the
   *     decision be that it is harmless
   */
  Done decide(Member first, List<Member> others, Decision.Kind kind, String note, boolean setBack) {
    List<Member> all = new ArrayList<>(List.of(first));
    all.addAll(within(others));
    List<Member> left = new ArrayList<>();
    for (Member member : all) {
      try {
        decisions.decide(
            new Decision(member.caseId(), member.version(), kind, viewer.userName(), note));
      } catch (Decisions.CaseChanged | Decisions.NotLegal e) {
        left.add(member);
      }
    }
    boolean marked =
        setBack
            && kind == Decision.Kind.HARMLESS
            && !left.contains(first)
            && texts.remember(first.caseId(), viewer.userName());
    return new Done(all.size() - left.size(), left, marked);
  }

  /** Of those that a form names, the ones that this person may see. */
  private List<Member> within(List<Member> members) {
    Set<UUID> seen =
        cases.all(members.stream().map(Member::caseId).toList(), viewer.scope()).stream()
            .map(CaseView::caseId)
            .collect(Collectors.toSet());
    return members.stream().filter(m -> seen.contains(m.caseId())).toList();
  }
}
