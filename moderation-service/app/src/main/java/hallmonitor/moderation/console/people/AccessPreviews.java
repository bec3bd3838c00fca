package hallmonitor.moderation.console.people;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Access;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** Counts what a person would see, for a preview. */
@ApplicationScoped
class AccessPreviews {
  private final ConsoleDatabase database;

  AccessPreviews(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Counts for an access.
   *
   * @param toldAs id of the person in the district's file; empty for who has this address there
   */
  AccessPreview of(Access access, String toldAs, String email) {
    return database.read(
        h -> {
          Scope scope = scope(h, access, toldAs, email);
          long open =
              scope
                  .bind(
                      h.createQuery(
                          "select count(*) from review_case rc where state = 'open' and <in_scope>"))
                  .mapTo(long.class)
                  .one();
          return AccessPreview.of(access, open, scope.accounts());
        });
  }

  private static Scope scope(Handle h, Access access, String toldAs, String email) {
    if (access.role().equals(ConsoleUser.ACCOUNT_ADMINISTRATOR)) {
      return Scope.ofAccounts(
          h.select("select unnest(accounts_of(?, ?))", toldAs, email).mapTo(String.class).list());
    }
    return access.buildings().isEmpty() ? Scope.EVERYWHERE : Scope.within(access.buildings());
  }
}
