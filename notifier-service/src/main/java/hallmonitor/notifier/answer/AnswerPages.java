package hallmonitor.notifier.answer;

import hallmonitor.notifier.answer.AnswerPage.Comment;
import hallmonitor.notifier.answer.AnswerPage.DutyText;
import hallmonitor.notifier.answer.AnswerPage.Line;
import hallmonitor.notifier.answer.ConversationView.Told;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.escalation.Acknowledged;
import hallmonitor.notifier.escalation.Closed;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.notice.PlainText;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.Duty;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticePhrases;
import hallmonitor.settings.notice.NoticeTexts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the page for one reader, without names of students and without the comment's words. */
final class AnswerPages {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_QUOTE = 1000;

  private final District district;
  private final EscalationRules rules;
  private final NoticeTexts texts;
  private final String consoleUrl;
  private final Person reader;
  private final NoticePhrases phrases;

  /**
   * Creates a writer.
   *
   * @param consoleUrl without a trailing slash
   */
  AnswerPages(
      District district,
      EscalationRules rules,
      NoticeTexts texts,
      String consoleUrl,
      Person reader) {
    this.district = district;
    this.rules = rules;
    this.texts = texts;
    this.consoleUrl = consoleUrl;
    this.reader = reader;
    this.phrases = NoticePhrases.in(reader.language());
  }

  AnswerPage page(ConversationView dossier, String mistakeKey, String note, Instant now) {
    Conversation of = dossier.conversation();
    Escalation first = dossier.escalations().get(0);
    boolean closed = of.course() instanceof Closed;
    boolean mine = of.course() instanceof Acknowledged it && it.by().equals(reader.id());
    boolean quotes = rules.quoteFor().contains(dossier.role());
    return new AnswerPage(
        reader.language(),
        labels(dossier.cases()),
        texts.what(of.category(), reader.language()),
        phrases.say("urgency", of.urgency().name().toLowerCase(Locale.ROOT)),
        of.urgency() == Urgency.IMMEDIATE && !closed,
        state(of.course()),
        mistakeKey.isEmpty() ? "" : phrases.say(mistakeKey),
        facts(of, first, dossier),
        dossier.told().stream().map(this::told).toList(),
        dossier.escalations().size() > 1 ? comments(dossier) : List.of(),
        quotes ? PlainText.paragraphs(first.quote(), LONGEST_QUOTE) : "",
        duties(of),
        !closed,
        !closed && !mine,
        closed ? List.of() : people(of, now),
        PlainText.paragraphs(note, LONGEST_NOTE),
        consoleUrl + "/cases/" + first.caseId(),
        dossier.cases());
  }

  static Map<String, String> labels(NoticePhrases phrases) {
    return phrases.all("answer.");
  }

  /** Closing covers all comments, so the page says this beside the choice. */
  private Map<String, String> labels(int cases) {
    Map<String, String> labels = new HashMap<>(labels(phrases));
    if (cases > 1) {
      String all = " " + phrases.count("answer.all", cases);
      labels.computeIfPresent("resolve", (key, said) -> said + all);
      labels.computeIfPresent("false_alarm", (key, said) -> said + all);
    }
    return labels;
  }

  private String state(EscalationState course) {
    if (course instanceof Closed it) {
      String by = name(it.by());
      return it.falseAlarm()
          ? phrases.fill(phrases.say("state.false-alarm"), Map.of("who", by, "time", time(it.at())))
          : phrases.fill(
              phrases.say("state.resolved"),
              Map.of(
                  "who",
                  by,
                  "time",
                  time(it.at()),
                  "outcome",
                  PlainText.line(it.outcome(), LONGEST_NOTE)));
    }
    if (course instanceof Acknowledged it) {
      String key = it.by().equals(reader.id()) ? "state.yours" : "state.acknowledged";
      return phrases.fill(phrases.say(key), Map.of("who", name(it.by()), "time", time(it.at())));
    }
    return phrases.say("state.open");
  }

  private List<Line> facts(Conversation of, Escalation first, ConversationView dossier) {
    List<Line> facts = new ArrayList<>();
    String building = district.building(of.building()).map(Building::name).orElse(of.building());
    facts.add(new Line(phrases.say("fact.building"), PlainText.line(building, LONGEST_NAME)));
    facts.add(new Line(phrases.say("fact.account"), PlainText.line(account(first), LONGEST_NAME)));
    facts.add(new Line(phrases.say("fact.time"), time(first.raisedAt())));
    if (rules.nameFor().contains(dossier.role()) && !first.author().isBlank()) {
      facts.add(new Line(phrases.say("fact.author"), PlainText.line(first.author(), LONGEST_NAME)));
    }
    facts.add(
        new Line(
            phrases.say("answer.comment"),
            phrases.say(first.hideOrdered() ? "done.hidden" : "done.visible")));
    return facts;
  }

  private String account(Escalation of) {
    return district
        .account(of.account())
        .map(a -> a.name())
        .orElse(of.accountName().isBlank() ? of.account() : of.accountName());
  }

  private Line told(Told told) {
    String how =
        switch (told.state()) {
          case "sent" -> phrases.fill(phrases.say("told.sent"), Map.of("time", time(told.at())));
          case "failed" -> phrases.say("told.failed");
          default -> phrases.say("told.queued");
        };
    return new Line(name(told.person()), how);
  }

  private List<Comment> comments(ConversationView dossier) {
    return dossier.escalations().stream()
        .map(
            e ->
                new Comment(
                    time(e.raisedAt()) + " - " + PlainText.line(account(e), LONGEST_NAME),
                    consoleUrl + "/cases/" + e.caseId()))
        .toList();
  }

  private List<DutyText> duties(Conversation of) {
    String language = reader.language();
    return of.categories().stream()
        .flatMap(category -> rules.duties(category).stream())
        .distinct()
        .map((Duty d) -> new DutyText(d.title(language), d.text(language), d.source()))
        .toList();
  }

  /** Returns the chain's people, then other people with a role in the building. */
  private List<Line> people(Conversation of, Instant now) {
    return HandOver.people(district, rules, of, now).stream()
        .filter(person -> !person.id().equals(reader.id()))
        .map(person -> new Line(person.id(), PlainText.line(person.name(), LONGEST_NAME)))
        .toList();
  }

  private String name(String person) {
    return PlainText.line(district.person(person).map(Person::name).orElse(person), LONGEST_NAME);
  }

  private String time(Instant at) {
    return DateTimeFormatter.ofPattern(phrases.say("time"), phrases.locale())
        .withZone(district.timeZone())
        .format(at);
  }
}
