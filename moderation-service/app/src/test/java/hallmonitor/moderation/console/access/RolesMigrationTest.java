package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.TestDatabase;
import org.junit.jupiter.api.Test;

/** Tests the migration of a database from before there were more than two roles. */
class RolesMigrationTest {
  @Test
  void thoseWhoWereThereStayAsTheyWere() {
    TestDatabase database = TestDatabase.at("1.4");
    database.jdbi().useHandle(h -> h.execute(PEOPLE));

    database.migrateTo("1.5");

    assertThat(
            database.rows(
                "select user_name || ' ' || role || ' ' || cardinality(buildings) as p from console_user order by 1"))
        .extracting(row -> row.get("p"))
        .containsExactly("brandt administrator 0", "novak moderator 0");
  }

  @Test
  void whichCaseAnOlderRowOfTheAuditLogIsAboutIsKnown() {
    String id = "0f0e0d0c-0b0a-4908-8706-050403020100";
    TestDatabase database = TestDatabase.at("1.4");
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "insert into audit (actor, act, target) values"
                        + " ('x', 'confirm', 'case "
                        + id
                        + "'), ('x', 'case-read', '"
                        + id
                        + "'), ('x', 'sign-in', 'novak')"));

    database.migrateTo("1.5");

    assertThat(database.rows("select coalesce(case_id::text, 'none') as c from audit order by id"))
        .extracting(row -> row.get("c"))
        .containsExactly(id, id, "none");
  }

  @Test
  void theDatabaseHoldsWhichRolesHaveBuildings() {
    TestDatabase database = TestDatabase.at("1.5");
    database.jdbi().useHandle(h -> h.execute(PEOPLE));
    for (String wrong :
        new String[] {
          "role = 'building-administrator'",
          "role = 'administrator', buildings = '{x}'",
          "role = 'king'"
        }) {
      assertThatThrownBy(
              () -> database.jdbi().useHandle(h -> h.execute("update console_user set " + wrong)))
          .as(wrong)
          .hasMessageContaining("check constraint");
    }
  }

  private static final String PEOPLE =
      """
      insert into console_user (user_name, display_name, password_hash, role, must_change_password)
      values ('novak', 'Petra Novak', 'x', 'moderator', false), ('brandt', 'Elias Brandt', 'y', 'administrator', true)
      """;
}
