package hallmonitor.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.moderation.TestDatabase;
import hallmonitor.testparts.Parts;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The console's entities are compared with the tables at every start. */
@QuarkusMainTest
@TestProfile(SchemaCheckTest.ColumnGone.class)
class SchemaCheckTest {
  /** All migrations ran, and then someone changed a table by hand. */
  public static final class ColumnGone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      TestDatabase database = TestDatabase.fresh();
      database.jdbi().useHandle(h -> h.execute("alter table saved_view drop column query"));
      Parts parts = Parts.shared();
      Map<String, String> settings =
          new HashMap<>(parts.quarkusConfiguration(DatabaseRole.MODERATION));
      settings.put("quarkus.datasource.username", "postgres");
      settings.put("quarkus.datasource.password", parts.passwords().superuser());
      settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
      settings.put("quarkus.flyway.default-schema", database.schema());
      return settings;
    }
  }

  @Test
  void aTableThatIsNotAsTheConsoleKnowsItStopsTheStart(QuarkusMainLauncher launcher) {
    LaunchResult start = launcher.launch();

    assertThat(start.exitCode()).isNotZero();
    assertThat(start.getOutput() + start.getErrorOutput())
        .contains("missing column [query] in table [saved_view]");
  }
}
