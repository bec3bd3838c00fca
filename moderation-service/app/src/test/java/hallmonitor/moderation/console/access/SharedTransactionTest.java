package hallmonitor.moderation.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.RequestAudit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Entities and SQL take part in one transaction: a change is kept with its audit row, or neither
 * is.
 */
@ConsoleTest
class SharedTransactionTest {
  private static final Access AUDITOR = Access.everywhere(ConsoleUser.AUDITOR);

  @Inject ConsoleUsers people;
  @Inject SignInThrottle throttle;
  @Inject RequestAudit audit;
  @Inject ConsoleDatabase database;

  private final String name = "person-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void addThePerson() {
    assertThat(people.add(name, "Ana Ruiz", AUDITOR, "no hash", "test")).isTrue();
  }

  @Test
  void aChangeAndItsAuditRowAreCommittedTogether() {
    people.changePassword(name, "another hash");

    assertThat(person().passwordHash()).isEqualTo("another hash");
    assertThat(acts()).containsExactly("person-added", "password-changed");
  }

  @Test
  void aChangeAndItsAuditRowAreRolledBackTogether() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          people.changePassword(name, "another hash");
                          assertThat(acts()).containsExactly("person-added", "password-changed");
                          throw new IllegalStateException("the power fails");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(person().passwordHash()).isEqualTo("no hash");
    assertThat(acts()).containsExactly("person-added");
  }

  @Test
  void aChangeIsNotMadeWhenItsAuditRowCannotBeWritten() {
    addAnAdministrator();
    Access moderator = Access.everywhere(ConsoleUser.MODERATOR);
    assertThatThrownBy(() -> people.remove(name, null)).hasMessageContaining("audit");
    assertThatThrownBy(() -> people.setAccess(name, moderator, null)).hasMessageContaining("audit");
    assertThatThrownBy(() -> people.resetPassword(name, "another hash", null))
        .hasMessageContaining("audit");

    assertThat(person().removed()).isFalse();
    assertThat(person().role()).isEqualTo(ConsoleUser.AUDITOR);
    assertThat(person().passwordHash()).isEqualTo("no hash");
    assertThat(acts()).containsExactly("person-added");
  }

  @Test
  void entitiesAndSqlShareOneConnectionInsideATransaction() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Object ofEntities =
                  people
                      .getEntityManager()
                      .createNativeQuery("select pg_backend_pid()", Integer.class)
                      .getSingleResult();
              assertThat(connection()).isEqualTo(ofEntities).isEqualTo(connection());
            });
  }

  @Test
  void sqlOutsideOfATransactionHasOneOfItsOwn() {
    assertThatThrownBy(
            () ->
                database.write(
                    h -> {
                      audit.add(h, name, "lost", name, "");
                      throw new IllegalStateException("the power fails");
                    }))
        .isInstanceOf(IllegalStateException.class);
    database.write(h -> audit.add(h, name, "kept", name, ""));

    assertThat(acts()).containsExactly("person-added", "kept");
  }

  @Test
  void anAttemptCountsWhateverBecomesOfTheTransactionThatItIsMadeIn() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          throttle.mayTryPassword(name, AttemptSource.network("192.0.2.1"));
                          throw new IllegalStateException("the power fails");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(
            database.<Integer>read(
                h ->
                    h.select(
                            "select failed from sign_in_try where user_name = ? and source like 'n%'",
                            name)
                        .mapTo(Integer.class)
                        .one()))
        .isEqualTo(1);
  }

  @Test
  void somebodyWhoseAccessWasRemovedIsReadAndGetsItBack() {
    addAnAdministrator();
    assertThat(people.remove(name, "test")).isTrue();
    assertThat(person().removed()).isTrue();
    assertThat(people.all().get(people.all().size() - 1).removed()).isTrue();

    people.resetPassword(name, "another hash", "test");

    assertThat(person().removed()).isFalse();
    assertThat(person().mustChangePassword()).isTrue();
  }

  private void addAnAdministrator() {
    Access access = Access.everywhere(ConsoleUser.ADMINISTRATOR);
    assertThat(people.add(name + "-2", "Petra Novak", access, "no hash", "test")).isTrue();
  }

  private ConsoleUser person() {
    return people.named(name).orElseThrow();
  }

  private Integer connection() {
    return database.read(h -> h.select("select pg_backend_pid()").mapTo(Integer.class).one());
  }

  private List<String> acts() {
    return database.read(
        h ->
            h.select("select act from audit where target = ? order by id", name)
                .mapTo(String.class)
                .list());
  }
}
