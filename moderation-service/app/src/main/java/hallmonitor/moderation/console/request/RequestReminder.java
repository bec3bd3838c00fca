package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.SchoolDays;
import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.mail.Letter;
import hallmonitor.moderation.console.access.mail.OnceMail;
import hallmonitor.moderation.console.access.mail.OnceMail.Addressed;
import hallmonitor.moderation.console.request.RequestLetter.About;
import hallmonitor.moderation.pipeline.jobs.OwnThread;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District.Person;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Mails about requests: that one came by the form, that its deadline comes, on each business day
 * after it that it is late, and each month that it is not closed. They go to the person who works
 * on it, or to all records officers if nobody does. All requests that a person is to be told of are
 * one mail, so that a flood of them is none of mails. A mail that the server does not accept is
 * tried again, by any instance.
 */
@ApplicationScoped
public class RequestReminder {
  private final ReminderQueries queries;
  private final RequestOffice office;
  private final RequestRecipients recipients;
  private final OnceMail mail;
  private final ConsoleConfig console;
  private final LiveRules rules;

  RequestReminder(
      ReminderQueries queries,
      RequestOffice office,
      RequestRecipients recipients,
      OnceMail mail,
      ConsoleConfig console,
      LiveRules rules) {
    this.queries = queries;
    this.office = office;
    this.recipients = recipients;
    this.mail = mail;
    this.console = console;
    this.rules = rules;
  }

  @NonBlocking
  @OwnThread
  @Scheduled(
      every = "{hallmonitor.requests.remind-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void tellDue() {
    if (queries.any()) {
      tellDue(office.today());
    }
  }

  void tellDue(LocalDate today) {
    List<ConsoleUser> able = recipients.able();
    List<String> names = able.stream().map(ConsoleUser::userName).toList();
    List<ConsoleUser> shared = RequestRecipients.shared(able);
    SchoolDays offices = office.offices();
    for (ConsoleUser person : able) {
      for (About about : About.values()) {
        if (isWorkday(about) && !offices.isOpen(today)) {
          continue;
        }
        List<DueRequest> due =
            queries.due(about, person.userName(), shared.contains(person), names, today).stream()
                .filter(request -> about != About.SOON || isSoon(request, today, offices))
                .toList();
        if (!due.isEmpty()) {
          tell(person, about, due, today);
        }
      }
    }
  }

  private static boolean isWorkday(About about) {
    return about == About.LATE || about == About.UNCLOSED;
  }

  private boolean isSoon(DueRequest request, LocalDate today, SchoolDays offices) {
    return request.deadline().isSoon(today, office.rules().remindBefore(), offices);
  }

  private void tell(ConsoleUser person, About about, List<DueRequest> due, LocalDate today) {
    String ids = due.stream().map(r -> r.requestId().toString()).collect(Collectors.joining(","));
    mail.send(
        transaction -> ReminderQueries.claim(transaction, about, person.userName(), due, today),
        new Addressed(
            "request/" + person.userName() + "/" + about.code() + "/" + today + "/" + ids,
            person.displayName(),
            person.email(),
            letter(person, about, due)),
        "nobody could be reminded of a request for records");
  }

  private Letter letter(ConsoleUser person, About about, List<DueRequest> due) {
    RequestLetter letter = new RequestLetter(person.displayName(), language(person));
    DueRequest first = due.get(0);
    return due.size() == 1
        ? letter.one(about, first, link("/requests/" + first.requestId()))
        : letter.several(about, due, link(about.list()));
  }

  private String link(String path) {
    return console.url().resolve(path).toString();
  }

  private String language(ConsoleUser person) {
    return rules
        .district()
        .current()
        .value()
        .person(person.toldAs())
        .map(Person::language)
        .orElse("en");
  }
}
