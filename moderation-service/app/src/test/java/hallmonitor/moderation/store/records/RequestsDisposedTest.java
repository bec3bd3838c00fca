package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.RECORDS_REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests for records are disposed of as other records are. */
class RequestsDisposedTest {
  private final OldArchive archive = new OldArchive();
  private int position;

  private void request(String requester, String state, String day) {
    UUID id = UUID.randomUUID();
    position++;
    archive.sql(
        """
        insert into records_request (request_id, year, position, code, way, requester, contact, words, language,
          commercial, arrived_at, received_on, statute, first_due, due, fixed, state, closed_at, held_until, changed_at)
        values (?, 2027, ?, '000000000000', 'mail', ?, 'sam@example.org', 'About Leo', 'en', false, ?::date, ?::date,
          'illinois', ?::date + 7, ?::date + 7, false, ?, case when ? = 'closed' then ?::date end,
          case when ? = 'closed' then ?::date + 180 end, ?::date)
        """,
        id,
        position,
        requester,
        day,
        day,
        day,
        day,
        state,
        state,
        day,
        state,
        day,
        day);
    archive.sql(
        "insert into records_request_event (request_id, at, actor, kind, detail) values (?, ?::date, 'vega', 'note', 'Leo again')",
        id,
        day);
  }

  private String all(String table) {
    return archive.one("select string_agg(t::text, ' ') from " + table + " t");
  }

  @Test
  void whoAskedForWhatGoesAndThatItHappenedStays() {
    request("Sam Ortiz", "closed", "2025-03-01");

    archive.carryOut(archive.approved(RECORDS_REQUESTS));

    assertThat(all("records_request")).doesNotContain("Sam", "sam@", "Leo").contains("2025-03-01");
    assertThat(all("records_request_event")).doesNotContain("Leo").contains("vega");
    assertThat(archive.one("select kind || ' ' || text_sha256 from disposed_revision"))
        .as("without a hash that a list of names would open")
        .isEqualTo("records-requests ");
  }

  @Test
  void theAnswerGoesWithItsRequestAndAllThatBelongsToIt() {
    request("Sam Ortiz", "closed", "2025-03-01");
    archive.sql(
        """
        insert into records_answer (answer_id, request_id, letter, decisions, asked_by, items)
        select request_id, request_id, 'Dear Sam', '', 'vega', 1 from records_request
        """);
    archive.sql(
        "insert into records_answer_part select answer_id, 0, 'Dear Sam'::bytea from records_answer");
    archive.sql(
        """
        insert into records_delivery (delivery_id, answer_id, token_hash, made_by, expires_at)
        select answer_id, answer_id, 'hash', 'vega', now() + interval '1 day' from records_answer
        """);
    archive.sql(
        "insert into records_answer_letter select request_id, 'Dear Sam', 1, 'vega' from records_request");
    archive.sql(
        "insert into records_answer_pass select request_id, 1, 'letter', '', 'vega' from records_request");

    archive.carryOut(archive.approved(RECORDS_REQUESTS));

    for (String table :
        new String[] {
          "records_answer",
          "records_answer_part",
          "records_delivery",
          "records_answer_letter",
          "records_answer_pass"
        }) {
      assertThat(archive.one("select count(*)::text from " + table)).as(table).isEqualTo("0");
    }
  }

  @Test
  void whatIsNotClosedOrIsRecentStays() {
    request("Open Ortiz", "answered", "2027-03-01");
    request("Recent Reyes", "closed", "2029-03-01");

    UUID disposal = archive.approved(RECORDS_REQUESTS);
    archive.carryOut(disposal);

    assertThat(all("records_request")).contains("Open Ortiz", "Recent Reyes");
    assertThat(archive.left(disposal)).containsExactly(Map.entry("OPEN_CASE", 1L));
  }
}
