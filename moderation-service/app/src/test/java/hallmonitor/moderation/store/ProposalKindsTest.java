package hallmonitor.moderation.store;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Kind;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each migration that adds a kind of proposal writes the whole list, and must forget none. */
class ProposalKindsTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theTablesTakeAProposalOfEachKind(Kind kind) {
    Proposal proposal =
        Proposal.of(
            UUID.randomUUID(), kind, "subject", "", "novak", "A reason.", "{}", Instant.now());

    boolean proposed = DATABASE.jdbi().inTransaction(h -> new Proposals(h).propose(proposal));

    assertThat(proposed).isTrue();
  }
}
