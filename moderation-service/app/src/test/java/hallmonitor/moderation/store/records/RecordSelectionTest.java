package hallmonitor.moderation.store.records;

import static hallmonitor.moderation.casework.RecordKind.ALLOWED_COMMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.RetentionExemption;
import hallmonitor.moderation.store.records.RecordSelection.Example;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests that a preview of a disposal looks at a bounded number of records. */
class RecordSelectionTest {
  private final OldArchive archive = new OldArchive();

  @Test
  void onlyTheFirstRecordsAreCountedAndShown() {
    for (int i = 1; i <= 5; i++) {
      archive.allowed(Integer.toString(i), "2027-03-04");
    }
    archive.hold(Holds.Covers.EVERYTHING, null, "practice", "", null, null);
    archive.allowed("district", "0", "Dana Reyes", "2027-03-04");
    UUID id = archive.proposed(ALLOWED_COMMENTS);

    archive
        .database
        .jdbi()
        .useHandle(
            h -> {
              RecordSelection all = Disposal.find(h, id).orElseThrow().selection(OldArchive.PLACES);
              assertThat(all.counts(h, 3))
                  .isEqualTo(
                      Map.of(Optional.empty(), 1L, Optional.of(RetentionExemption.HOLD), 2L));
              assertThat(all.examples(h, 3, 20))
                  .extracting(Example::commentId)
                  .containsExactly("0");
            });
  }
}
