package hallmonitor.notifier.notice;

import hallmonitor.notifier.escalation.AwaitingAnswer;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationEffect.Occasion;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.notice.ComposedNotice.Entry;
import hallmonitor.notifier.notice.ComposedNotice.Fact;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.notice.NoticePhrases;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes notices. They never contain an author's name, and a quote only if the district chose so.
 */
public final class NoticeComposer {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_QUOTE = 400;
  private static final int LONGEST_LINK = 500;
  private static final int MOST_ENTRIES = 20;

  private final NoticeSettings house;
  private final PersonNames people;
  private final District district;
  private final Person reader;
  private final NoticePhrases phrases;
  private final NoticeReasonText why;

  private NoticeComposer(NoticeSettings house, PersonNames people, Person reader) {
    this.house = house;
    this.people = people;
    this.district = people.district();
    this.reader = reader;
    this.phrases = NoticePhrases.in(reader.language());
    this.why = new NoticeReasonText(phrases, people);
  }

  /** Returns the notice about one escalation. */
  public static ComposedNotice notice(
      NoticeSettings house, PersonNames people, Person reader, NoticeSubject subject) {
    return new NoticeComposer(house, people, reader).notice(subject);
  }

  /**
   * Returns the news of decisions on comments of one escalation.
   *
   * @param decisions oldest first
   * @param notHidden where the comments are that could not be hidden, if that is what it says
   * @param state the escalation's state; empty if unknown
   */
  public static ComposedNotice news(
      NoticeSettings house,
      PersonNames people,
      Person reader,
      NoticeSubject subject,
      List<CommentDecision> decisions,
      List<String> notHidden,
      Optional<EscalationState> state) {
    return new NoticeComposer(house, people, reader).news(subject, decisions, notHidden, state);
  }

  /** Returns one notice about one or more escalations that could wait. */
  public static ComposedNotice digest(
      NoticeSettings house, PersonNames people, Person reader, List<NoticeSubject> subjects) {
    return new NoticeComposer(house, people, reader).digest(subjects);
  }

  private ComposedNotice notice(NoticeSubject about) {
    Escalation escalation = about.escalation();
    return new ComposedNotice(
        reader.language(),
        subject(about),
        phrases.say("urgency", about.byHand() ? "not-hidden" : nameOf(escalation.urgency())),
        why.say(about),
        about.byHand() || escalation.urgency() == Urgency.IMMEDIATE,
        what(escalation),
        house.duties(List.of(escalation.category()), reader.language()),
        List.of(entry("", about)),
        footer(about));
  }

  /** Without duties, because the notice before it lists them. */
  private ComposedNotice news(
      NoticeSubject about,
      List<CommentDecision> decisions,
      List<String> notHidden,
      Optional<EscalationState> state) {
    boolean alarming = about.reason().occasion() == Occasion.NOT_HIDDEN;
    StandingText standing = new StandingText(phrases, people, reader.id());
    int untold = Math.max(0, decisions.size() - MOST_ENTRIES);
    List<String> lines = new ArrayList<>();
    if (about.more() > 0) {
      lines.add(phrases.count("decided.one-of", about.more() + 1L));
    }
    decisions.stream().skip(untold).map(standing::say).distinct().forEach(lines::add);
    state.map(standing::say).ifPresent(lines::add);
    Entry entry = entry("", about);
    boolean unanswered = state.filter(AwaitingAnswer.class::isInstance).isPresent();
    return new ComposedNotice(
        reader.language(),
        subject(about),
        phrases.say(alarming ? "urgency.not-hidden" : "urgency.decided"),
        String.join("\n", lines),
        alarming,
        what(about.escalation()),
        List.of(),
        List.of(
            new Entry(
                entry.title(),
                entry.facts(),
                alarming ? phrases.say("done.not-hidden") : entry.done(),
                alarming ? byHand(notHidden) : unanswered ? phrases.say("todo.decided") : "",
                entry.quote(),
                entry.link(),
                entry.linkText())),
        footer(about));
  }

  private String byHand(List<String> links) {
    String all =
        links.stream()
            .limit(MOST_ENTRIES)
            .map(link -> PlainText.line(link, LONGEST_LINK))
            .collect(Collectors.joining(", "));
    return all.isEmpty()
        ? phrases.say("todo.not-hidden-anywhere")
        : phrases.fill(phrases.say("todo.not-hidden"), Map.of("link", all));
  }

  private String subject(NoticeSubject about) {
    String subject =
        phrases.fill(
            house.texts().subject(reader.language()),
            Map.of(
                "label",
                label(about),
                "what",
                what(about.escalation()),
                "where",
                building(about.escalation())));
    return PlainText.line(subject, 2 * LONGEST_TITLE);
  }

  private String footer(NoticeSubject about) {
    Escalation escalation = about.escalation();
    return phrases.fill(
        house.texts().footer(reader.language()),
        Map.of(
            "role", phrases.say("role", about.role()),
            "where", building(escalation),
            "clause", PlainText.line(escalation.clause(), LONGEST_NAME),
            "title",
                PlainText.line(
                    phrases.title(escalation.clauseTitle(), escalation.clauseTitleSpanish()),
                    LONGEST_TITLE)));
  }

  /** A reminder and a passed-on notice say so first. */
  private String label(NoticeSubject about) {
    String label =
        phrases.say("label", about.byHand() ? "not-hidden" : nameOf(about.escalation().urgency()));
    return switch (about.reason().occasion()) {
      case REMINDED -> phrases.say("label.reminded") + ": " + label;
      case PASSED_ON -> phrases.say("label.passed-on") + ": " + label;
      case HANDED_OVER -> phrases.say("label.handed-over") + ": " + label;
      case JOINED -> phrases.say("label.joined") + ": " + label;
      case RAN_OUT -> phrases.say("label.ran-out") + ": " + label;
      case DECIDED -> phrases.say("label.decided");
      case NOT_HIDDEN -> phrases.say("label.not-hidden");
      case TOLD -> label;
    };
  }

  private ComposedNotice digest(List<NoticeSubject> subjects) {
    List<Escalation> escalations = subjects.stream().map(NoticeSubject::escalation).toList();
    String key = escalations.size() == 1 ? "subject.digest.one" : "subject.digest";
    String subject =
        phrases.fill(
            phrases.say(key),
            Map.of(
                "count", Integer.toString(escalations.size()),
                "district", PlainText.line(district.name(), LONGEST_NAME)));
    List<Entry> entries = new ArrayList<>();
    subjects.stream().limit(MOST_ENTRIES).forEach(s -> entries.add(entry(what(s.escalation()), s)));
    if (escalations.size() > MOST_ENTRIES) {
      entries.add(more(escalations.size() - MOST_ENTRIES));
    }
    return new ComposedNotice(
        reader.language(),
        PlainText.line(subject, 2 * LONGEST_TITLE),
        phrases.say("urgency", nameOf(Urgency.DIGEST)),
        "",
        false,
        PlainText.line(subject, LONGEST_TITLE),
        house.duties(escalations.stream().map(Escalation::category).toList(), reader.language()),
        entries,
        phrases.say("footer.digest"));
  }

  /** Mails are for phones: what does not fit is in the console. */
  private Entry more(int count) {
    String title = phrases.fill(phrases.say("more"), Map.of("count", Integer.toString(count)));
    return new Entry(
        title, List.of(), "", "", "", house.consoleUrl() + "/", phrases.say("link.console"));
  }

  private Entry entry(String title, NoticeSubject about) {
    Escalation escalation = about.escalation();
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern(phrases.say("time"), phrases.locale())
            .withZone(district.timeZone());
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                new Fact(phrases.say("fact.building"), building(escalation)),
                new Fact(phrases.say("fact.account"), account(escalation)),
                new Fact(phrases.say("fact.time"), time.format(escalation.raisedAt()))));
    if (house.namesFor(about.role()) && !escalation.author().isBlank()) {
      facts.add(
          new Fact(phrases.say("fact.author"), PlainText.line(escalation.author(), LONGEST_NAME)));
    }
    if (about.more() > 0) {
      facts.add(new Fact(phrases.say("fact.more"), phrases.count("joined", about.more())));
    }
    return new Entry(
        title,
        facts,
        phrases.say(
            about.byHand() ? "done.not-hidden" : about.isHidden() ? "done.hidden" : "done.visible"),
        todo(about),
        house.quotesFor(about.role())
            ? PlainText.paragraphs(escalation.quote(), LONGEST_QUOTE)
            : "",
        house.links().to(about.conversation(), reader.id()),
        phrases.say("link"));
  }

  private String todo(NoticeSubject about) {
    Escalation of = about.escalation();
    String todo = house.texts().todo(of.category(), reader.language());
    return about.byHand() ? byHand(of.permalink().stream().toList()) + " " + todo : todo;
  }

  private String what(Escalation escalation) {
    return house.texts().what(escalation.category(), reader.language());
  }

  private String building(Escalation escalation) {
    String name =
        district.building(escalation.building()).map(Building::name).orElse(escalation.building());
    return PlainText.line(name, LONGEST_NAME);
  }

  private String account(Escalation escalation) {
    String name =
        district
            .account(escalation.account())
            .map(Account::name)
            .orElse(
                escalation.accountName().isBlank()
                    ? escalation.account()
                    : escalation.accountName());
    return PlainText.line(name, LONGEST_NAME);
  }

  private static String nameOf(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT);
  }
}
