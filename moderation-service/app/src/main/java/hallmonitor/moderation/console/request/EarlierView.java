package hallmonitor.moderation.console.request;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.store.request.EarlierDecision;
import hallmonitor.moderation.store.request.EarlierDecisions;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What earlier requests decided about the same records, for the pages of the review. */
@RequestScoped
@Named("earlier")
public class EarlierView {
  private final EarlierDecisions decisions;
  private final ReviewQueries review;
  private final Viewer viewer;

  EarlierView(EarlierDecisions decisions, ReviewQueries review, Viewer viewer) {
    this.decisions = decisions;
    this.review = review;
    this.viewer = viewer;
  }

  /** Returns how earlier requests decided an item, the newest answer first. */
  public List<EarlierDecision> of(UUID request, long item) {
    return decisions.of(request, item);
  }

  /** Returns how many undecided items all earlier answers decided the same way. */
  public int count(UUID request) {
    return agreed(request).size();
  }

  /** Returns the numbers of these items, of those that the viewer may see. */
  Set<Long> agreed(UUID request) {
    List<Long> all = decisions.agreed(request);
    Set<Long> agreed = new HashSet<>(all);
    if (!all.isEmpty()) {
      agreed.retainAll(review.open(request, viewer.scope()));
    }
    return agreed;
  }

  public Sentence words(EarlierDecision decision) {
    return switch (decision.state()) {
      case "release" -> Sentence.of("Released");
      case "redact" -> Sentence.of("Released in part; redacted places: {1}", decision.redactions());
      default ->
          Sentence.of(
              "Withheld: {1}",
              ReaderLanguage.readsSpanish() ? decision.spanish() : decision.ground());
    };
  }
}
