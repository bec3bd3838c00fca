package hallmonitor.moderation.console.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.RecordsSeed;
import hallmonitor.moderation.console.seed.StaffSeed;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/**
 * A hold that one administrator proposes to lift, and accounts that another could approve it with.
 */
class TwoPersonsTests {
  static final UUID FORM = UUID.randomUUID();

  @Inject ConsoleDatabase database;

  String hold;
  ConsoleBrowser brandt;
  ConsoleBrowser haddad;

  @BeforeEach
  void start() {
    RecordsSeed records = new RecordsSeed(database);
    records.nothing();
    StaffSeed staff = new StaffSeed(database, records.seed());
    staff.person("brandt", "administrator");
    staff.person("haddad", "administrator");
    staff.person("lopez", "administrator");
    brandt = ConsoleBrowser.signedIn("brandt");
    haddad = ConsoleBrowser.signedIn("haddad");
    UUID id = records.decided("1", StaffSeed.OWN, "You fool");
    brandt.post(
        "/records/holds",
        Map.of("covers", "case", "case", id.toString(), "matter", "Doe", "reason", "A lawsuit."));
    hold = one("select hold_id::text from record_hold");
  }

  String one(String sql) {
    return database.read(h -> h.createQuery(sql).mapTo(String.class).one());
  }

  void change(String sql, Object... values) {
    database.write(h -> h.execute(sql, values));
  }

  /** Adds an administrator as the People page does; the password is then the usual one. */
  ConsoleBrowser adds(ConsoleBrowser maker, String name) {
    ConsoleResponse added =
        maker.post(
            "/people",
            Map.of("userName", name, "displayName", name, "role", "administrator", "way", "hand"));
    assertThat(added.statusCode()).isEqualTo(200);
    return usualPassword(name);
  }

  ConsoleBrowser usualPassword(String name) {
    change(
        """
        update console_user set must_change_password = false, password_hash =
          (select password_hash from console_user where user_name = 'brandt')
        where user_name = ?
        """,
        name);
    return ConsoleBrowser.signedIn(name);
  }

  void propose(ConsoleBrowser by) {
    ConsoleResponse proposed =
        by.post(
            "/records/holds/" + hold + "/lifting",
            Map.of("form", FORM.toString(), "reason", "Settled."));
    assertThat(proposed.statusCode()).isEqualTo(303);
  }

  ConsoleResponse approve(ConsoleBrowser by) {
    return by.post("/records/holds/" + hold + "/lifting/" + FORM, Map.of("answer", "approve"));
  }

  boolean isLifted() {
    return one("select (lifted_at is not null)::text from record_hold").equals("true");
  }

  void older(String account, int days) {
    database.write(
        h -> {
          h.execute("alter table audit disable trigger user");
          h.execute(
              "update audit set at = at - make_interval(days => ?) where target = ?",
              days,
              account);
          return h.execute("alter table audit enable trigger user");
        });
  }
}
