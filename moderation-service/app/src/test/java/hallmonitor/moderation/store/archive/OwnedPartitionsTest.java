package hallmonitor.moderation.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Who locks partitions of comments and then stands still must not keep them. */
class OwnedPartitionsTest {
  private static final List<String> PARTITIONS = List.of("comments-1", "comments-0");

  private final TestDatabase database = TestDatabase.fresh();

  private static String limit(Handle h) {
    return h.select("select current_setting('idle_in_transaction_session_timeout')")
        .mapTo(String.class)
        .one();
  }

  @Test
  void theDatabaseEndsATransactionThatStandsStillForAMinuteAndNoOther() throws SQLException {
    try (Handle h = database.jdbi().open()) {
      String before = limit(h);
      h.begin();
      new Archive(h.getConnection()).own(PARTITIONS);
      assertThat(limit(h)).isEqualTo("1min").isNotEqualTo(before);
      h.commit();
      assertThat(limit(h)).isEqualTo(before);
    }
  }
}
