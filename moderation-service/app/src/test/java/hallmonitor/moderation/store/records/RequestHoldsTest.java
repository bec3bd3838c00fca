package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.ALLOWED_COMMENTS;
import static hallmonitor.moderation.casework.RecordKind.DECIDED_CASES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.store.records.DisposalJob.Step;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a request found is held until the request is closed, and for a time after. */
class RequestHoldsTest {
  private final OldArchive archive = new OldArchive();

  private void found(String comment, String heldUntil) {
    UUID id = UUID.randomUUID();
    archive.sql(
        """
        insert into records_request (request_id, year, position, code, way, requester, contact, words, language,
          commercial, arrived_at, received_on, statute, first_due, due, fixed, state, closed_at, held_until)
        select ?, 2027, coalesce(max(position), 0) + 1, '000000000000', 'mail', '', 'x', 'x', 'en', false, now(),
          current_date, 'illinois', current_date + 7, current_date + 7, false,
          case when ?::timestamptz is null then 'received' else 'closed' end, ?::timestamptz, ?::timestamptz
        from records_request
        """,
        id,
        heldUntil,
        heldUntil,
        heldUntil);
    archive.sql(
        """
        insert into records_request_search (search_id, request_id, query, run_by, state)
        values (?, ?, 'q=x', 'vega', 'done')
        """,
        id,
        id);
    archive.sql(
        """
        insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at, text_hash, note)
        values (?, ?, 'practice', ?, 'comment', '1', now(), 'abc', 'She wrote: text')
        """,
        id,
        id,
        comment);
  }

  @Test
  void whatAnOpenRequestFoundStaysAndEverythingElseGoes() {
    archive.allowed("held", "2027-01-01");
    archive.allowed("free", "2027-01-02");
    found("held", null);

    UUID disposal = archive.approved(ALLOWED_COMMENTS);
    archive.carryOut(disposal);

    assertThat(archive.whole()).containsExactly("held");
    assertThat(archive.gone()).containsExactly("free");
    assertThat(archive.left(disposal)).containsEntry("HOLD", 1L);
  }

  @Test
  void aClosedRequestHoldsForATimeAndThenNoLonger() {
    archive.decided("still", "2027-01-01");
    archive.decided("over", "2027-01-02");
    found("still", "2999-01-01");
    found("over", "2020-01-01");
    redacted();

    archive.carryOut(archive.approved(DECIDED_CASES));

    assertThat(archive.whole()).containsExactly("still");
    assertThat(archive.gone()).containsExactly("over");
    assertThat(item("still")).isEqualTo("abc She wrote: text");
    assertThat(item("over")).as("no hash and no quote of it stay").isEqualTo(" ");
    assertThat(redaction("still")).isEqualTo("abc https://p.example/still.png vega");
    assertThat(redaction("over")).as("who redacted stays").isEqualTo("  vega");
  }

  private void redacted() {
    archive.sql(
        """
        with ground as (
          insert into records_request_ground (exemption, source, address, english, spanish) values ('g', '', '', '', '')
          returning ground_no)
        insert into records_request_redaction (item_no, part, from_at, to_at, address, text_hash, state, ground_no, answered_by)
        select item_no, 'text', 0, 3, 'https://p.example/' || item_id || '.png', text_hash, 'confirmed', ground.ground_no, 'vega'
        from records_request_item, ground
        """);
  }

  private String redaction(String id) {
    return archive.one(
        """
        select r.text_hash || ' ' || r.address || ' ' || answered_by
        from records_request_redaction r join records_request_item i using (item_no) where item_id = '%s'
        """
            .formatted(id));
  }

  @Test
  void aRedactionIsNeverDeletedOrRewritten() {
    found("kept", null);
    redacted();

    for (String change :
        new String[] {
          "delete from records_request_redaction",
          "update records_request_redaction set to_at = 2",
          "update records_request_redaction set answered_by = 'okoro'",
          "update records_request_redaction set text_hash = 'other'",
          "update records_request_redaction set state = 'rejected', ground_no = null",
          "update records_request_ground set source = 'another'"
        }) {
      assertThatThrownBy(() -> archive.sql(change)).as(change).isInstanceOf(RuntimeException.class);
    }
    archive.sql(
        "update records_request_redaction set state = 'removed', removed_by = 'okoro', removed_at = now()");
    assertThatThrownBy(
            () ->
                archive.sql(
                    "update records_request_redaction set state = 'confirmed', removed_by = '', removed_at = null"))
        .as("a removed one comes back only as another one")
        .isInstanceOf(RuntimeException.class);
  }

  private String item(String id) {
    return archive.one(
        "select text_hash || ' ' || note from records_request_item where item_id = '" + id + "'");
  }

  @Test
  void nothingIsDisposedOfWhileASearchMayStillFindIt() {
    archive.allowed("found-soon", "2027-01-01");
    archive.allowed("found", "2027-01-02");
    found("found", null);
    UUID disposal = archive.approved(ALLOWED_COMMENTS);
    archive.sql("update records_request_search set state = 'waiting'");

    assertThat(archive.disposing.step(disposal, OldArchive.PLACES)).isEqualTo(Step.WAITS);
    assertThat(archive.gone()).isEmpty();

    archive.sql("update records_request_search set state = 'done'");
    archive.carryOut(disposal);
    assertThat(archive.gone()).containsExactly("found-soon");
  }
}
