package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.ALLOWED_COMMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.store.records.DisposalJob.Step;
import hallmonitor.moderation.store.records.Holds.Covers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was disposed of is in no export that can still be downloaded. */
class ExportsDisposedTest {
  private final OldArchive archive = new OldArchive();

  private void export(String state) {
    UUID id = UUID.randomUUID();
    archive.sql(
        """
        insert into archive_export (export_id, query, search, scope, purpose, words, asked_by, state, ended_at)
        values (?, 'q=text', 'words: text', '', 'attorney', '', 'vega', ?, case when ? = 'ready' then now() end)
        """,
        id,
        state,
        state);
    archive.sql("insert into archive_export_item values (?, 'practice', false, '1')", id);
    archive.sql("insert into archive_export_file values (?, 'revisions-000001.jsonl.gz', '')", id);
  }

  private String states() {
    return archive.one("select string_agg(state, ' ' order by state) from archive_export");
  }

  @Test
  void aDisposalRemovesEachExportThatWasAskedForBefore() {
    archive.allowed("1", "2027-03-04");
    export("ready");
    export("writing");

    archive.carryOut(archive.approved(ALLOWED_COMMENTS));

    assertThat(archive.gone()).containsExactly("1");
    assertThat(states()).isEqualTo("disposed disposed");
    assertThat(archive.database.count("archive_export_file")).isZero();
    assertThat(archive.database.count("archive_export_item")).isZero();
    assertThat(
            archive.one(
                "select string_agg(actor || left(detail, 9), ' ') from audit where act = 'export-removed'"))
        .isEqualTo("clockdisposal  clockdisposal ");
  }

  @Test
  void aDisposalThatTakesNothingLeavesThem() {
    archive.allowed("1", "2027-03-04");
    export("ready");
    UUID disposal = archive.approved(ALLOWED_COMMENTS);
    archive.hold(Covers.EVERYTHING, null, "practice", "", null, null);

    assertThat(archive.disposing.step(disposal, OldArchive.PLACES)).isEqualTo(Step.LAST);

    assertThat(archive.whole()).containsExactly("1");
    assertThat(states()).isEqualTo("ready");
  }
}
