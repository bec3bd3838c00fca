package hallmonitor.moderation.console.request;

import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;

/** The people who get mails about requests for records. */
@ApplicationScoped
class RequestRecipients {
  private final ConsoleUsers people;

  RequestRecipients(ConsoleUsers people) {
    this.people = people;
  }

  /** Returns all people with an address. */
  List<ConsoleUser> able() {
    return with(people.all(), person -> !person.removed() && !person.email().isEmpty());
  }

  /** Returns those who are told of requests that nobody works on, and of late ones. */
  static List<ConsoleUser> shared(List<ConsoleUser> able) {
    List<ConsoleUser> officers =
        with(able, person -> ConsoleUser.RECORDS_OFFICER.equals(person.role()));
    return officers.isEmpty() ? with(able, ConsoleUser::administrator) : officers;
  }

  /** Returns whether anyone is told of a new request. */
  boolean areThere() {
    return !shared(able()).isEmpty();
  }

  private static List<ConsoleUser> with(List<ConsoleUser> people, Predicate<ConsoleUser> which) {
    return people.stream().filter(which).toList();
  }
}
