package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.store.Proposals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The proposals about a case's comment. */
@ApplicationScoped
public class CaseProposals {
  private final ConsoleDatabase database;

  CaseProposals(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns proposals to delete it, newest first. */
  List<Proposal> about(CaseView view) {
    return database.read(
        h -> new Proposals(h).about(Kind.DELETE_COMMENT, view.caseId().toString()));
  }
}
