package hallmonitor.notifier.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.mail.NoticeMail;
import hallmonitor.notifier.notice.CommentDecision;
import hallmonitor.notifier.notice.ComposedNotice;
import hallmonitor.notifier.notice.NoticeComposer;
import hallmonitor.notifier.notice.NoticeSettings;
import hallmonitor.notifier.notice.NoticeSubject;
import hallmonitor.notifier.notice.PersonNames;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes a mail from claimed notices with the current district.yaml, so that a corrected address
 * takes effect at the next attempt.
 */
final class MailWriter {
  private final Supplier<District> districts;
  private final Supplier<NoticeSettings> house;

  MailWriter(Supplier<District> districts, Supplier<NoticeSettings> house) {
    this.districts = districts;
    this.house = house;
  }

  /**
   * Returns empty if the person is no longer in the district's file.
   *
   * @param console names of the console's people, by user name
   */
  Optional<NoticeMail> write(List<QueuedNotice> notices, Map<String, String> console) {
    District district = districts.get();
    PersonNames people = new PersonNames(district, console);
    QueuedNotice first = notices.get(0);
    return district.people().stream()
        .filter(person -> person.id().equals(first.person()))
        .findFirst()
        .map(
            person -> {
              if (first.isNews()) {
                return news(people, person, notices);
              }
              return first.urgency() == Urgency.DIGEST
                  ? digest(people, person, notices)
                  : notice(people, person, first);
            });
  }

  /** In the thread of the conversation's notices. */
  private NoticeMail news(PersonNames people, Person person, List<QueuedNotice> notices) {
    QueuedNotice first = notices.get(0);
    QueuedNotice foremost =
        notices.stream().filter(QueuedNotice::saysNotHidden).findFirst().orElse(first);
    List<CommentDecision> decisions =
        notices.stream()
            .flatMap(n -> n.news().stream())
            .map(QueuedNotice.DecisionNotice::decision)
            .sorted(Comparator.comparing(CommentDecision::at))
            .toList();
    ComposedNotice letter =
        NoticeComposer.news(
            house.get(),
            people,
            person,
            subject(foremost),
            decisions,
            notHidden(notices),
            first.state());
    return new NoticeMail(
        notices.size() == 1 ? first.id() : idOf("news", notices),
        Optional.of(first.escalation().caseId()),
        person,
        letter,
        first.dueAt());
  }

  private static List<String> notHidden(List<QueuedNotice> notices) {
    return notices.stream()
        .filter(QueuedNotice::saysNotHidden)
        .flatMap(n -> n.news().flatMap(QueuedNotice.DecisionNotice::permalink).stream())
        .distinct()
        .toList();
  }

  private NoticeMail notice(PersonNames people, Person person, QueuedNotice notice) {
    ComposedNotice letter = NoticeComposer.notice(house.get(), people, person, subject(notice));
    return new NoticeMail(
        notice.id(), Optional.of(notice.escalation().caseId()), person, letter, notice.dueAt());
  }

  private static NoticeSubject subject(QueuedNotice notice) {
    return new NoticeSubject(
        notice.escalation(),
        notice.conversation().orElse(notice.escalation().id()),
        notice.role(),
        notice.reason(),
        notice.more(),
        notice.hidden(),
        notice.byHand());
  }

  /**
   * Derives the id from all its notices: the same digest has the same id, a larger one has another
   * id.
   */
  private NoticeMail digest(PersonNames people, Person person, List<QueuedNotice> notices) {
    ComposedNotice letter =
        NoticeComposer.digest(
            house.get(), people, person, notices.stream().map(MailWriter::subject).toList());
    return new NoticeMail(
        idOf("digest", notices), Optional.empty(), person, letter, notices.get(0).dueAt());
  }

  private static UUID idOf(String kind, List<QueuedNotice> notices) {
    String all =
        notices.stream().map(n -> n.id().toString()).sorted().collect(Collectors.joining("/"));
    return UUID.nameUUIDFromBytes((kind + "/" + all).getBytes(UTF_8));
  }
}
