package hallmonitor.system.faults;

import hallmonitor.system.ScratchStack;
import hallmonitor.system.ServiceTables;
import java.util.Optional;
import java.util.Set;

/** Whether a stack has caught up with everything. */
final class Rest {
  static final String NOT_SEALED =
      """
      select count(*) from review_case c where outcome = 'escalate'
        and not exists (select 1 from evidence_seal s where s.case_id = c.case_id)
      """;

  static final String NOBODY_TOLD =
      """
      select count(*) from review_case c where outcome = 'escalate' and urgency = 'immediate'
        and not exists (
          select 1 from case_event e where e.case_id = c.case_id and kind = 'notice-sent')
      """;

  private static final String UNDONE =
      "select count(*) from ordered_action where state in ('held', 'ordered', 'retrying')";

  private static final String UNSENT =
      """
      select count(*) from notice where state = 'queued' and due_at <= now() - interval '5 s'
      """;

  private static final String LOOKS = "select count(*) from second_look";

  private static final String UNREAD = " texts that are not archived";
  private static final String SECOND_LOOKS = " second looks";

  private final ScratchStack stack;
  private final ServiceTables archive;
  private final ServiceTables notices;

  Rest(ScratchStack stack) {
    this.stack = stack;
    this.archive = stack.archive();
    this.notices = stack.notices();
  }

  /** Returns whether everything that was written is archived and has its last verdict. */
  boolean judged() {
    try {
      return left(archive, LOOKS, SECOND_LOOKS).or(this::unread).isEmpty();
    } catch (RuntimeException e) {
      return false; // the database may still be starting
    }
  }

  /** Returns whether no work is in progress. */
  boolean reached() {
    return missing().isEmpty();
  }

  /** Returns the first thing that is still to be done. */
  Optional<String> missing() {
    try {
      // The archive as a whole is looked at only once nothing else is left, and what it held in
      // that moment may be in progress again.
      return inProgress().or(this::unread).or(this::inProgress);
    } catch (RuntimeException e) {
      return Optional.of("the database: " + e.getMessage()); // it may still be starting
    }
  }

  /** In this order: a second look may find what is to be ordered, sealed and told. */
  private Optional<String> inProgress() {
    return left(archive, LOOKS, SECOND_LOOKS)
        .or(() -> left(archive, "select count(*) from outbox", " events of moderation"))
        .or(() -> left(archive, UNDONE, " orders"))
        .or(() -> left(notices, "select count(*) from outbox", " events of the notifier"))
        .or(() -> left(notices, UNSENT, " notices"))
        .or(() -> left(archive, NOT_SEALED, " seals"))
        .or(() -> left(archive, NOBODY_TOLD, " escalations of which nobody was told"));
  }

  private static Optional<String> left(ServiceTables tables, String query, String what) {
    long count = tables.count(query);
    return count == 0 ? Optional.empty() : Optional.of(count + what);
  }

  /** Returns how many texts are on the platform and not yet the newest in the archive. */
  private Optional<String> unread() {
    PlatformJournal journal =
        PlatformJournal.of(stack.stack().settings().data().resolve("practice/comments.ndjson"));
    RunReader archived = new RunReader(archive, Set.of());
    long unread = journal.entries().stream().filter(entry -> !archived.has(entry)).count();
    return unread == 0 ? Optional.empty() : Optional.of(unread + UNREAD);
  }
}
