package hallmonitor.moderation.console.people;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Access;
import hallmonitor.moderation.console.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what a person would see, for a preview. */
@ApplicationScoped
class AccessPreviews {
  private final ConsoleDatabase database;

  AccessPreviews(ConsoleDatabase database) {
    this.database = database;
  }

  AccessPreview of(Access access) {
    Scope scope =
        access.buildings().isEmpty() ? Scope.EVERYWHERE : Scope.within(access.buildings());
    long open =
        database.read(
            h ->
                scope
                    .bind(
                        h.createQuery(
                            "select count(*) from review_case rc where state = 'open' and <in_scope>"))
                    .mapTo(long.class)
                    .one());
    return AccessPreview.of(access, open);
  }
}
