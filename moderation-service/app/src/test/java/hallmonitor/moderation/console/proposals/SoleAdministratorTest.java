package hallmonitor.moderation.console.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.store.TwoPersons;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what a district can do in which one person made or changed every other account. */
@ConsoleTest
class SoleAdministratorTest extends TwoPersonsTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete-comment",
        "dispose-records",
        "change-access",
        "release-records",
        "publish-policy",
        "lift-hold",
        "block-author",
        "remove-picture"
      })
  void twoAccountsOfASoleAdministratorDoNothingGrave(String kind) {
    change("delete from console_user where user_name in ('haddad', 'lopez')");
    adds(brandt, "ruiz");
    adds(brandt, "vega");
    adds(brandt, "weiss");
    change("update console_user set email = user_name || '@maple.example'");

    assertThatThrownBy(() -> proposedByRuizApprovedByVega(kind))
        .hasMessageContaining("are not two persons");
    assertThat(refusal())
        .contains("made or changed both accounts", "Ask another person to approve this");
    assertThat(proposedByRuizApprovedByVega("reply")).isEqualTo(1);
    assertThat(proposedByRuizApprovedByVega("merge-authors")).isEqualTo(1);
  }

  @Test
  void twoAccountsOfASoleAdministratorLiftNoHold() {
    ConsoleBrowser ruiz = adds(brandt, "ruiz");
    ConsoleBrowser vega = adds(brandt, "vega");
    propose(ruiz);

    assertThat(vega.get("/records").asString())
        .contains("made or changed both accounts")
        .doesNotContain("Approve: lift");
    ConsoleResponse refused = approve(vega);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("made or changed both accounts");
    assertThat(isLifted()).isFalse();
    assertThat(approve(haddad).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into document_version (document, version, body, origin, proposed_by, approved_by)"
            + " values ('policy', 'both', '', 'console', 'ruiz', 'vega')",
        "insert into author_block (block_id, case_id, account, author_key, author_name, clause, reason, notice, last_day,"
            + " ends_at, state, proposed_by) select gen_random_uuid(), case_id, 'a', 'k', 'n', '2.1', 'x', 'x',"
            + " current_date + 9, now() + interval '9 days', 'proposed', 'ruiz' from review_case limit 1;"
            + " update author_block set state = 'approved', approved_by = 'vega' where author_key = 'k'"
      })
  void theDatabaseLetsThemNeitherPublishNorBlock(String sql) {
    adds(brandt, "ruiz");
    adds(brandt, "vega");

    assertThatThrownBy(
            () ->
                database.write(
                    h -> {
                      for (String statement : sql.split(";")) {
                        h.execute(statement);
                      }
                      return 1;
                    }))
        .hasMessageContaining("are not two persons");
  }

  @Test
  void anotherAdministratorWithAnAddressIsToldOfBothAccountsInstead() {
    adds(brandt, "ruiz");
    adds(brandt, "vega");
    assertThat(refusal()).as("nobody has an address").contains("both accounts");
    change("update console_user set email = 'brandt@maple.example' where user_name = 'brandt'");
    assertThat(refusal()).as("only the maker has one").contains("both accounts");
    change("update console_user set email = 'haddad@maple.example' where user_name = 'haddad'");

    assertThat(refusal()).isEmpty();
    assertThat(proposedByRuizApprovedByVega("delete-comment")).isEqualTo(1);
  }

  private String refusal() {
    return database.read(
        h ->
            TwoPersons.tie(h, "ruiz", "vega", true)
                .map(tie -> tie.refusal().toString())
                .orElse(""));
  }

  private int proposedByRuizApprovedByVega(String kind) {
    return database.write(
        h -> {
          h.execute(
              """
              insert into proposal (proposal_id, kind, subject, proposed_by, reason, proposed_at, expires_at)
              values (gen_random_uuid(), ?, 'both', 'ruiz', 'x', now(), now() + interval '1 day')
              """,
              kind);
          int approved =
              h.execute(
                  "update proposal set state = 'approved', answered_by = 'vega' where subject = 'both'");
          h.rollback();
          return approved;
        });
  }

  @Test
  void anAppealIsDecidedByATiedAccountIfNobodyElseIsThere() {
    adds(brandt, "ruiz");
    assertThatThrownBy(this::decidesAgainstBrandt).hasMessageContaining("Ask another person");
    change("update console_user set role = 'auditor' where user_name in ('haddad', 'lopez')");
    assertThatThrownBy(() -> decides("brandt")).hasMessageContaining("another person than brandt");

    decidesAgainstBrandt();

    assertThat(one("select act || ' ' || maker from approval_alarm where approver = 'ruiz'"))
        .startsWith("appeal-upheld brandt");
    decides("ruiz");
  }

  private void decidesAgainstBrandt() {
    database.write(
        h -> {
          TwoPersons.decide(h, List.of("brandt"), "ruiz", "appeal-upheld", "case 1");
          return true;
        });
  }

  private void decides(String person) {
    database.read(h -> h.execute("select must_decide_appeal(array['brandt'], ?)", person));
  }

  @Test
  void aProposerWithoutAnybodyElseReadsWhatToDo() {
    change("delete from console_user where user_name in ('haddad', 'lopez')");
    adds(brandt, "ruiz");
    propose(brandt);

    assertThat(brandt.get("/records").asString())
        .contains("Nobody else can approve it now", "30 days");
  }
}
