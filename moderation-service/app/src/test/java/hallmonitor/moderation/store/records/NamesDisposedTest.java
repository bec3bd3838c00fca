package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.ATTESTATIONS;
import static hallmonitor.moderation.casework.RecordKind.HAND_BLOCKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.store.objections.HandBlockAppeals;
import hallmonitor.moderation.store.objections.HandBlockAppeals.Objection;
import hallmonitor.moderation.store.records.Holds.Covers;
import hallmonitor.moderation.store.records.Holds.HoldRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests the disposal of names that belong to no comment. */
class NamesDisposedTest {
  private final OldArchive archive = new OldArchive();

  /** A block that was made by hand, explained, told, and appealed against. */
  private UUID block(String author, String goneOn, String state) {
    UUID id = UUID.randomUUID();
    archive.sql(
        """
        insert into hand_block (hand_block_id, account, author_key, author_name, first_seen_at, seen_at, gone_at, reason,
          last_day, ends_at, noted_by, noted_at, reference, notice, told, told_how, told_by, told_at)
        values (?, 'practice', 'id:' || ?, ?, '2027-03-01', '2027-03-02', ?::timestamptz, 'Robin spams.', '2027-04-01',
          '2027-04-02', 'novak', '2027-03-01', ?, 'You are blocked.', true, 'Robin was told.', 'novak', '2027-03-01')
        """,
        id,
        author,
        author,
        goneOn,
        reference(id).signs());
    appeal(id, author, state);
    return id;
  }

  private static ShortCode reference(UUID block) {
    return ShortCode.of(block.getLeastSignificantBits());
  }

  private void appeal(UUID block, String author, String state) {
    boolean open = state.equals("open");
    archive.sql(
        """
        insert into hand_block_appeal (appeal_id, reference, by_name, account, author_name, hand_block_id, appellant,
          contact, why, code_hash, received_at, due_at, state, decided_by, decided_at, reason)
        values (gen_random_uuid(), 'x', true, 'practice', ?, ?, 'Robin', 'robin@example.org', 'I asked.', 'x',
          '2027-03-03', '2027-03-20', ?, ?, ?::timestamptz, ?)
        """,
        author,
        block,
        state,
        open ? null : "okafor",
        open ? null : "2027-03-05",
        open ? "" : "Robin is right.");
  }

  private void attested(String person, String day) {
    archive.sql(
        "insert into guidance_version (english, spanish, published_by) values ('x', 'x', '') on conflict do nothing");
    archive.sql(
        """
        insert into attestation (person, school_year, version, name, building, way, attested_at)
        values (?, '2026-08-01', (select min(version) from guidance_version), 'Sam Lee', 'maple-high', 'link',
          ?::timestamptz)
        """,
        person,
        day);
    archive.sql(
        "insert into attestation_letter (person, school_year, told_at) values (?, '2026-08-01', now())",
        person);
  }

  private String all(String table) {
    return archive.one("select string_agg(t::text, ' ') from " + table + " t");
  }

  @Test
  void whoWasBlockedByHandAndAppealedGoesAndThatItHappenedStays() {
    block("Robin Lee", "2027-04-01", "overturned");
    appeal(null, "Robin Elsewhere", "upheld");

    archive.carryOut(archive.approved(HAND_BLOCKS));

    assertThat(all("hand_block")).doesNotContain("Robin", "blocked.").contains("2027-03-01");
    assertThat(all("hand_block_appeal"))
        .doesNotContain("Robin", "robin", "asked")
        .contains("overturned", "upheld");
    assertThat(archive.one("select string_agg(distinct kind, ' ') from disposed_revision"))
        .isEqualTo("hand-blocks");
    assertThat(archive.one("select records::text from disposal")).isEqualTo("2");
  }

  @Test
  void theCertificateHasNoHashThatAListOfCommentersWouldOpen() {
    block("Robin Lee", "2027-04-01", "upheld");
    attested("sam@example.org", "2027-03-01");

    archive.carryOut(archive.approved(HAND_BLOCKS));
    archive.carryOut(archive.approved(ATTESTATIONS));

    assertThat(
            archive.one("select string_agg(text_sha256 || raw_sha256, '') from disposed_revision"))
        .isEmpty();
    assertThat(archive.one("select count(*)::text from disposed_revision")).isEqualTo("2");
  }

  @Test
  void theReferenceOfADisposedBlockTakesNoAppealAnyMore() {
    UUID block = block("Robin Lee", "2027-04-01", "upheld");
    archive.carryOut(archive.approved(HAND_BLOCKS));
    Objection late =
        new Objection(
            UUID.randomUUID(), reference(block), "Robin", "robin@example.org", "I asked.", "x");

    boolean known = new HandBlockAppeals(archive.database.jdbi(), () -> {}).receive(late, at -> at);

    assertThat(known).isFalse();
    assertThat(all("hand_block")).doesNotContain(reference(block).signs());
    assertThat(all("hand_block_appeal")).doesNotContain("Robin", "robin");
  }

  @Test
  void anAppealThatCameAfterItsBlockWasDisposedOfGoesWithALaterDisposal() {
    UUID block = block("Robin Lee", "2027-04-01", "upheld");
    archive.carryOut(archive.approved(HAND_BLOCKS));
    appeal(block, "Robin Lee", "upheld");

    archive.carryOut(archive.approved(HAND_BLOCKS));

    assertThat(all("hand_block_appeal")).doesNotContain("Robin", "robin", "asked");
  }

  @Test
  void whatStandsOrIsNotDecidedOrIsRecentStays() {
    block("Robin Standing", null, "upheld");
    block("Robin Open", "2027-04-01", "open");
    block("Robin Recent", "2029-04-01", "upheld");

    UUID disposal = archive.approved(HAND_BLOCKS);
    archive.carryOut(disposal);

    assertThat(all("hand_block")).contains("Robin Standing", "Robin Open", "Robin Recent");
    assertThat(archive.one("select string_agg(reason, ' ' order by reason) from disposal_left"))
        .isEqualTo("appeal block younger");
  }

  @Test
  void aHoldOnTheAuthorKeepsTheBlock() {
    block("Robin Lee", "2027-04-01", "upheld");
    archive.holds.place(
        new HoldRequest(
            UUID.randomUUID(),
            Covers.AUTHOR,
            Optional.empty(),
            "practice",
            "id:Robin Lee",
            "Robin Lee",
            "maple-high",
            Optional.empty(),
            Optional.empty(),
            "Lee v. District",
            "Counsel asked.",
            "abara"));

    archive.carryOut(archive.approved(HAND_BLOCKS));

    assertThat(all("hand_block")).contains("Robin Lee");
  }

  @Test
  void whoAttestedGoesAndThatSomebodyDidStays() {
    attested("sam@example.org", "2027-03-01");
    attested("kim@example.org", "2029-03-01");

    archive.carryOut(archive.approved(ATTESTATIONS));

    assertThat(all("attestation"))
        .doesNotContain("sam@example.org")
        .contains("kim@example.org", "disposed:", "2026-08-01");
    assertThat(all("attestation_letter")).contains("kim@example.org").doesNotContain("sam@");
  }

  @Test
  void attestationsOfAnotherSchoolStay() {
    attested("sam@example.org", "2027-03-01");
    UUID disposal =
        archive.proposed(ATTESTATIONS, "central-office", List.of("district"), OldArchive.DAY);
    archive.approve(disposal);

    archive.carryOut(disposal);

    assertThat(all("attestation")).contains("sam@example.org");
  }

  @Test
  void nothingElseChangesAnAttestation() {
    attested("sam@example.org", "2027-03-01");

    assertThatThrownBy(() -> archive.sql("update attestation set name = ''"))
        .hasMessageContaining("only ever added");
    assertThatThrownBy(() -> archive.sql("delete from attestation"))
        .hasMessageContaining("only ever added");
  }

  @Test
  void thePreviewCountsTheSame() {
    block("Robin Lee", "2027-04-01", "upheld");
    block("Robin Standing", null, "upheld");

    assertThat(archive.going(archive.proposed(HAND_BLOCKS))).isEqualTo(1);
  }
}
