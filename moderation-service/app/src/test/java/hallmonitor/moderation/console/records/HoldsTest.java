package hallmonitor.moderation.console.records;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.StaffSeed;
import java.util.Map;
import java.util.UUID;
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
    assertThat(one("select string_agg(act, ' ' order by id) from audit where act like '%hold%'"))
        .isEqualTo("place-hold propose-lift-hold approve-lift-hold hold-lifted");
    assertThat(place(Map.of("covers", "case")).asString())
        .contains("which has a link to place a hold");
    assertThat(
            place(Map.of("covers", "author", "account", "practice", "author-key", "x")).asString())
        .contains("Nobody has this key");
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
