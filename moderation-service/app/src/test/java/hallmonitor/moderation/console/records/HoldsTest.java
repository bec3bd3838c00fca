package hallmonitor.moderation.console.records;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.EmptyTables;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that what is held stays: one person places the hold, two lift it. */
@ConsoleTest
class HoldsTest extends RecordsConsole {
  @Test
  void oneHoldsAndTwoLift() {
    UUID id = records.decided("1", StaffSeed.OWN, "You fool");
    assertThat(officer.get("/records?case=" + id).asString()).contains(id.toString());
    assertThat(place(Map.of("covers", "case", "case", id.toString())).statusCode()).isEqualTo(303);
    String hold = one("select hold_id::text from record_hold");
    assertThat(page(officer)).contains("active", "&lt;script&gt;").doesNotContain("<script>alert");
    assertThat(officer.get("/cases/" + id).asString())
        .contains("On hold", "/records#hold-" + hold, "&lt;script&gt;")
        .doesNotContain("<script>alert");
    Map<String, String> fields = Map.of("form", form.toString(), "reason", "Settled.");
    assertThat(officer.post("/records/holds/" + hold + "/lifting", fields).statusCode())
        .isEqualTo(303);
    assertThat(brandt.get("/proposals").asString()).contains("/records#proposal-" + form);
    String lifting = "/records/holds/" + hold + "/lifting/" + form;
    assertThat(officer.post(lifting, Map.of("answer", "approve")).asString())
        .contains("You proposed this");
    assertThat(one("select lifted_at is null from record_hold")).isEqualTo("t");

    assertThat(brandt.post(lifting, Map.of("answer", "approve")).statusCode()).isEqualTo(303);

    assertThat(page(officer)).contains("lifted", "Elias Brandt");
    assertThat(officer.get("/cases/" + id).asString()).doesNotContain("On hold");
    assertThat(one("select string_agg(act, ' ' order by id) from audit where act like '%hold%'"))
        .isEqualTo("place-hold propose-lift-hold approve-lift-hold hold-lifted");
    assertThat(place(Map.of("covers", "case")).asString())
        .contains("which has a link to place a hold");
    assertThat(
            place(Map.of("covers", "author", "account", "practice", "author-key", "x")).asString())
        .contains("Nobody has this key");
  }

  @Test
  void theCaseNamesHoldsOnEverythingAndRequestsThatFoundIt() {
    EmptyTables.empty(database, "records_request");
    UUID id = records.decided("1", StaffSeed.OWN, "You fool");
    hold("All of it", "", "");
    hold("This school", StaffSeed.OWN, "");
    hold("Another school", "no-such-school", "");
    hold("Much later", "", "2999-01-01");
    UUID open = request(1, null);
    UUID over = request(2, "2020-01-01");

    String page = officer.get("/cases/" + id).asString();

    assertThat(page)
        .contains("All of it", "This school", "/requests/" + open, "R-2027-0001")
        .contains("found by a request for records")
        .doesNotContain("Another school", "Much later", "/requests/" + over);
  }

  @Test
  void theCaseNamesAHoldOnTheSchoolOfItsAccountAndAWholeRequestNumber() {
    EmptyTables.empty(database, "records_request");
    UUID id = records.decided("1", "birch-elementary", "You fool");
    hold("School of the account", StaffSeed.OWN, "");
    hold("Another school", "no-such-school", "");
    request(12_345, null);

    assertThat(officer.get("/cases/" + id).asString())
        .contains("School of the account", "R-2027-12345")
        .doesNotContain("Another school");
  }

  private void hold(String matter, String building, String from) {
    database.write(
        h ->
            h.execute(
                """
                insert into record_hold (hold_id, covers, building, from_day, matter, reason, placed_by)
                values (?, 'everything', ?, nullif(?, '')::date, ?, 'Counsel asked.', 'officer')
                """,
                UUID.randomUUID(),
                building,
                from,
                matter));
  }

  /** Adds a request that found the case. */
  private UUID request(int position, @Nullable String heldUntil) {
    UUID id = UUID.randomUUID();
    database.write(
        h -> {
          h.execute(
              """
              insert into records_request (request_id, year, position, code, way, requester, contact, words, language,
                commercial, arrived_at, received_on, statute, first_due, due, fixed, state, closed_at, held_until)
              values (?, 2027, ?, '000000000000', 'mail', '', 'x', 'x', 'en', false, now(), current_date, 'illinois',
                current_date + 7, current_date + 7, false,
                case when ?::timestamptz is null then 'received' else 'closed' end, ?::timestamptz, ?::timestamptz)
              """,
              id,
              position,
              heldUntil,
              heldUntil,
              heldUntil);
          h.execute(
              "insert into records_request_search (search_id, request_id, query, run_by) values (?, ?, 'q=x', 'officer')",
              id,
              id);
          return h.execute(
              """
              insert into records_request_item (request_id, search_id, account, item_id, kind, revision, seen_at, text_hash)
              select ?, ?, account, comment_id, 'comment', '1', now(), 'abc' from review_case
              """,
              id,
              id);
        });
    return id;
  }

  @Test
  void aFormThatWasUsedForAnotherHoldPutsNoneInForceAndSaysSo() {
    UUID first = records.decided("1", StaffSeed.OWN, "You fool");
    UUID second = records.decided("2", StaffSeed.OWN, "You damn fool");
    UUID once = UUID.randomUUID();
    Map<String, String> fields = Map.of("covers", "case", "case", first.toString());
    assertThat(place(once, fields).statusCode()).isEqualTo(303);
    assertThat(place(once, fields).statusCode()).isEqualTo(303);

    ConsoleResponse other = place(once, Map.of("covers", "case", "case", second.toString()));

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.asString())
        .contains(
            "This form was already used for another hold. Open the page again and fill in a new form.");
    assertThat(one("select string_agg(case_id::text, ' ') from record_hold"))
        .isEqualTo(first.toString());
  }
}
