package hallmonitor.moderation.console.register;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.store.register.RegisterSync;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that every connected account stands in the register. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class RegisterSyncTest {
  @Inject ConsoleDatabase database;
  @Inject RegisterSync sync;

  private RegisterSeed register;

  @BeforeEach
  void start() {
    register = new RegisterSeed(database);
    register.nothing();
  }

  private static District district(String name, String kind) throws IOException {
    return DistrictFile.read(
        Files.readString(Path.of("../../deploy/config/district.yaml"))
            .replaceFirst(
                "name: Maple Valley High School news \\(practice page\\)", "name: " + name)
            .replaceFirst("kind: school\n", "kind: " + kind + "\n"));
  }

  private List<String> practice() {
    return database.read(
        h ->
            h.select(
                    """
                    select concat_ws(', ', name, kind, building, administrator, state)
                    from register_entry where account = 'practice'
                    """)
                .mapTo(String.class)
                .list());
  }

  private String one(String sql) {
    return database.read(h -> h.select(sql).mapTo(String.class).one());
  }

  @Test
  void aConnectedAccountHasOneEntryThatFollowsTheFile() throws IOException {
    sync.run(district("News", "school"));
    sync.run(district("School news", "district"));

    assertThat(practice()).containsExactly("School news, district, maple-high, novak, registered");
  }

  @Test
  void anAccountThatWasRegisteredFirstKeepsItsEntryWhenItIsConnected() throws IOException {
    UUID planned = register.registered("News");
    database.write(
        h -> h.execute("update register_entry set platform = 'wordpress', name = 'NEWS'"));

    sync.run(district("News", "school"));

    assertThat(practice()).hasSize(1);
    assertThat(one("select account from register_entry where entry_id = '" + planned + "'"))
        .isEqualTo("practice");
  }

  @Test
  void anAccountThatIsNotConnectedAnyMoreStaysInTheRegister() throws IOException {
    sync.run(district("News", "school"));
    District without =
        DistrictFile.read(
            Files.readString(Path.of("../../deploy/config/district.yaml"))
                .replaceFirst("- id: practice\n", "- id: other\n")
                .replaceFirst(
                    "base-url: http://127.0.0.1:8090\n", "base-url: http://127.0.0.1:9\n"));

    sync.run(without);

    assertThat(practice()).isEmpty();
    assertThat(one("select state from register_entry where name = 'News'")).isEqualTo("registered");
  }
}
