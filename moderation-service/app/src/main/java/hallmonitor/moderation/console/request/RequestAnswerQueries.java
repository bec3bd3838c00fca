package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.Proposals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads who proposed the answer to a request. */
@ApplicationScoped
class RequestAnswerQueries {
  private final ConsoleDatabase database;
  private final ReviewQueries review;
  private final Viewer viewer;

  RequestAnswerQueries(ConsoleDatabase database, ReviewQueries review, Viewer viewer) {
    this.database = database;
    this.review = review;
    this.viewer = viewer;
  }

  RequestAnswer view(UUID requestId, boolean asksSecond) {
    Instant now = Instant.now();
    @Nullable Proposal waiting =
        database
            .read(h -> new Proposals(h).about(Kind.RELEASE_RECORDS, requestId.toString()))
            .stream()
            .filter(proposal -> proposal.waits(now))
            .findFirst()
            .orElse(null);
    return new RequestAnswer(
        asksSecond, waiting, UUID.randomUUID(), waiting == null ? 0 : unseen(requestId));
  }

  /** Returns how many items of a request the viewer does not see. */
  long unseen(UUID requestId) {
    return review.progress(requestId, Scope.EVERYWHERE).items()
        - review.progress(requestId, viewer.scope()).items();
  }
}
