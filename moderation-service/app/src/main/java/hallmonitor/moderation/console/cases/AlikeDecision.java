package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.CaseIds;
import hallmonitor.moderation.casework.Decision;
import hallmonitor.moderation.casework.SeenCase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.cases.BulkDecisions;
import hallmonitor.moderation.store.cases.BulkDecisions.Bulk;
import hallmonitor.moderation.store.cases.HarmlessTexts;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One decision on similar cases. It needs no preview, because they are one row. */
@RequestScoped
class AlikeDecision {
  /**
   * The result.
   *
   * @param left cases that changed meanwhile, or that no longer allow the decision
   */
  record Done(int decided, List<SeenCase> left, boolean setBack) {
    Sentence sentence() {
      return decidedOnes().and(leftOnes()).and(setBack ? SET_BACK : Sentence.NONE);
    }

    private Sentence decidedOnes() {
      return switch (decided) {
        case 0 -> Sentence.NONE;
        case 1 -> Sentence.of("1 case decided.");
        default -> Sentence.of("{1} cases decided.", decided);
      };
    }

    private Sentence leftOnes() {
      return switch (left.size()) {
        case 0 -> Sentence.NONE;
        case 1 ->
            Sentence.of("1 case changed in the meantime and was not decided. Review it again.");
        default ->
            Sentence.of(
                "{1} cases changed in the meantime and were not decided. Review them again.",
                left.size());
      };
    }
  }

  static final Sentence SET_BACK =
      Sentence.of("The same text by others goes to the end of the queue for 30 days.");

  private final BulkDecisions bulks;
  private final CaseQueries cases;
  private final HarmlessTexts texts;
  private final Viewer viewer;

  AlikeDecision(BulkDecisions bulks, CaseQueries cases, HarmlessTexts texts, Viewer viewer) {
    this.bulks = bulks;
    this.cases = cases;
    this.texts = texts;
    this.viewer = viewer;
  }

  /**
   * Decides.
   *
   * @param setBack whether the same text from others moves to the end of the queue if the decision
   *     is that it is harmless
   */
  Done decide(
      SeenCase first, List<SeenCase> others, Decision.Kind kind, String note, boolean setBack) {
    List<SeenCase> all = new ArrayList<>(List.of(first));
    all.addAll(within(others));
    String by = viewer.userName();
    UUID id = CaseIds.ofDecisionOnAlike(all, kind, note, by);
    List<SeenCase> left =
        bulks
            .carryOut(new Bulk(id, by, kind, Optional.empty(), note, all))
            .orElseThrow(NotFoundException::new)
            .stream()
            .filter(came -> !came.done())
            .map(BulkDecisions.Came::seen)
            .toList();
    boolean marked =
        setBack
            && kind == Decision.Kind.HARMLESS
            && !left.contains(first)
            && seesItsBuilding(first)
            && texts.remember(first.caseId(), by);
    return new Done(all.size() - left.size(), left, marked);
  }

  /** The same text moves back in the whole building, also on accounts that are not theirs. */
  private boolean seesItsBuilding(SeenCase one) {
    return cases.all(List.of(one.caseId()), viewer.scope()).stream()
        .anyMatch(view -> viewer.sees(view.building()));
  }

  /** Returns the cases of a form that this person may see. */
  private List<SeenCase> within(List<SeenCase> members) {
    Set<UUID> seen =
        cases.all(members.stream().map(SeenCase::caseId).toList(), viewer.scope()).stream()
            .map(CaseView::caseId)
            .collect(Collectors.toSet());
    return members.stream().filter(m -> seen.contains(m.caseId())).toList();
  }
}
