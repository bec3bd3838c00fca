package hallmonitor.moderation.console.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.console.ConsoleTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the database itself refuses the approval of a tied account, whatever is approved. */
@ConsoleTest
class TwoPersonsInDatabaseTest extends TwoPersonsTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into proposal (proposal_id, kind, subject, proposed_by, reason, proposed_at, expires_at)"
            + " values (gen_random_uuid(), 'reply', 'x', 'brandt', 'x', now(), now() + interval '1 day');"
            + " update proposal set state = 'approved', answered_by = ? where subject = 'x'",
        "insert into author_block (block_id, case_id, account, author_key, author_name, clause, reason, notice, last_day,"
            + " ends_at, state, proposed_by) select gen_random_uuid(), case_id, 'a', 'k', 'n', '2.1', 'x', 'x',"
            + " current_date + 9, now() + interval '9 days', 'proposed', 'brandt' from review_case limit 1;"
            + " update author_block set state = 'approved', approved_by = ? where author_key = 'k'",
        ";insert into document_version (document, version, body, origin, proposed_by, approved_by)"
            + " values ('policy', 'two-persons', '', 'console', 'brandt', ?)",
        "insert into register_entry (entry_id, name, platform, kind, building, state, filed_by)"
            + " values (gen_random_uuid(), 'two', 'x', 'school', '', 'requested', 'brandt');"
            + " update register_entry set state = 'registered', decided_by = ?, decided_at = now() where name = 'two'",
        "insert into planned_post (id, account, building, title, body, pictures, checked_by, state, author)"
            + " values (gen_random_uuid(), 'a', 'b', 'two', '', 'none', '', 'asked', 'brandt');"
            + " update planned_post set state = 'approved', answered_by = ? where title = 'two'",
        "insert into hand_block (hand_block_id, account, author_key, author_name, first_seen_at, seen_at, noted_by, noted_at, reason, last_day, ends_at)"
            + " values ('00000000-0000-0000-0000-0000000000aa', 'a', 'x:n', 'n', now(), now(), 'brandt', now(), 'x', current_date, now());"
            + "insert into hand_block_appeal (appeal_id, reference, by_name, account, author_name, hand_block_id, appellant, contact, why, code_hash, due_at)"
            + " values (gen_random_uuid(), 'two', false, 'a', 'n', '00000000-0000-0000-0000-0000000000aa', 'n', 'c', 'w', 'h', now());"
            + " update hand_block_appeal set state = 'upheld', decided_by = ?, decided_at = now(), reason = 'x' where reference = 'two'",
        "insert into appeal_reference (reference, case_id, about) select 'two', case_id, 'hide' from review_case limit 1;"
            + "insert into case_event (case_id, actor, kind) select case_id, 'brandt', 'confirmed' from review_case limit 1;"
            + "insert into appeal (appeal_id, case_id, reference, about, clause, channel, appellant, why, due_at, received_by)"
            + " select gen_random_uuid(), case_id, 'two', 'hide', '2.1', 'letter', 'n', 'w', now(), 'lopez' from review_case limit 1;"
            + " update appeal set state = 'upheld', decided_by = ?, decided_at = now(), reason = 'x' where reference = 'two'"
      })
  void theDatabaseRefusesItToo(String sql) {
    adds(brandt, "ruiz");
    List<String> statements = Arrays.stream(sql.split(";")).filter(s -> !s.isBlank()).toList();
    String approval = statements.get(statements.size() - 1);

    assertThatThrownBy(
            () ->
                database.write(
                    h -> {
                      statements.subList(0, statements.size() - 1).forEach(h::execute);
                      return h.execute(approval, "ruiz");
                    }))
        .hasMessageContaining("are not two persons");
    database.write(
        h -> {
          statements.subList(0, statements.size() - 1).forEach(h::execute);
          assertThat(h.execute(approval, "haddad")).isEqualTo(1);
          h.rollback();
          return 1;
        });
  }
}
