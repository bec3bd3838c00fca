package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.embedded.CannotStart;
import hallmonitor.embedded.DatabaseRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BesideArchiveTest {
  @TempDir Path data;

  @Test
  void theCommandIsToldWhereTheDatabaseIsAndItIsStoppedAfterwards() throws Exception {
    Path told = data.resolve("told");
    String tell =
        "echo \"$QUARKUS_DATASOURCE_JDBC_URL $QUARKUS_DATASOURCE_USERNAME"
            + " ${#QUARKUS_DATASOURCE_PASSWORD}\" > '"
            + told
            + "'; test -f '"
            + data.resolve("database/cluster/postmaster.pid")
            + "' && exit 7";
    assertThat(BesideArchive.run(data, DatabaseRole.NOTIFIER, List.of("sh", "-c", tell)))
        .isEqualTo(7);
    assertThat(Files.readString(told))
        .matches("jdbc:postgresql://127.0.0.1:\\d+/hallmonitor notifier 32\n");
    assertThat(data.resolve("database/cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void nothingStartsBesideARunThatHoldsTheFolder() {
    try (DataLock lock = DataLock.take(DataFolder.open(data))) {
      assertThatThrownBy(() -> BesideArchive.run(data, DatabaseRole.NOTIFIER, List.of("true")))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("already runs");
    }
  }
}
