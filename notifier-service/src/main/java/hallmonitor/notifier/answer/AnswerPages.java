package hallmonitor.notifier.answer;

import hallmonitor.notifier.answer.AnswerPage.Answers;
import hallmonitor.notifier.answer.AnswerPage.Line;
import hallmonitor.notifier.answer.AnswerPage.Mistake;
import hallmonitor.notifier.answer.ConversationView.Comment;
import hallmonitor.notifier.answer.ConversationView.Told;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.escalation.Acknowledged;
import hallmonitor.notifier.escalation.Closed;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationState;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.notice.PersonNames;
import hallmonitor.notifier.notice.PlainText;
import hallmonitor.notifier.notice.StandingText;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Building;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticePhrases;
import hallmonitor.settings.notice.NoticeTexts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the page for one reader. */
final class AnswerPages {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_NOTE = 500;

  /** Outcomes that a person can check instead of typing. */
  private static final List<String> OUTCOMES = List.of("safe", "police", "family", "support");

  private final District district;
  private final EscalationRules rules;
  private final NoticeTexts texts;
  private final String consoleUrl;
  private final Person reader;
  private final NoticePhrases phrases;
  private final StandingText standing;
  private final CardTexts cards;
  private final HelpTexts help;

  /**
   * Creates a writer.
   *
   * @param consoleUrl without a trailing slash
   */
  AnswerPages(
      PersonNames people,
      EscalationRules rules,
      NoticeTexts texts,
      String consoleUrl,
      Person reader) {
    this.district = people.district();
    this.rules = rules;
    this.texts = texts;
    this.consoleUrl = consoleUrl;
    this.reader = reader;
    this.phrases = NoticePhrases.in(reader.language());
    this.standing = new StandingText(phrases, people, reader.id());
    this.cards = new CardTexts(phrases, standing, consoleUrl);
    this.help = new HelpTexts(district, rules, phrases, standing);
  }

  /**
   * Writes the page.
   *
   * @param looked escalations with words that the reader opened in this browser
   */
  AnswerPage page(
      ConversationView view,
      Set<UUID> looked,
      AnswerPageRequest pageRequest,
      String token,
      Mistake mistake,
      Instant now) {
    Conversation of = view.conversation();
    boolean closed = of.state() instanceof Closed;
    Escalation first = view.comments().get(0).said().escalation();
    int unseen = view.cases() - view.comments().size();
    CardHeadings headings = new CardHeadings(phrases, standing, view, now);
    return new AnswerPage(
        reader.language(),
        phrases.all("answer."),
        texts.what(of.category(), reader.language()),
        phrases.say("urgency", of.urgency().name().toLowerCase(Locale.ROOT)),
        of.urgency() == Urgency.IMMEDIATE && !closed,
        where(of, first),
        state(of.state()),
        tone(of.state()),
        mistake,
        view.comments().stream()
            .map(c -> card(view, c, headings, looked, pageRequest, closed))
            .toList(),
        unseen > 0 ? phrases.count("answer.more", unseen) : "",
        answers(of, !looked.isEmpty(), now),
        help.calls(of, reader, now),
        help.duties(of, view.duties()),
        view.told().stream().map(this::told).toList(),
        consoleUrl + "/cases/" + first.caseId(),
        token,
        pageRequest.look());
  }

  String say(String key) {
    return phrases.say(key);
  }

  /** Returns the checked and typed outcomes as one text. */
  String outcome(AnswerRequest request) {
    return Stream.concat(
            OUTCOMES.stream()
                .filter(request.outcomes()::contains)
                .map(key -> phrases.say("answer.outcome." + key) + "."),
            Stream.of(request.note().strip()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** Returns whether it can be handed over to this person. */
  boolean isPerson(Conversation of, String id, Instant now) {
    return people(of, now).stream().anyMatch(person -> person.label().equals(id));
  }

  private CommentCard card(
      ConversationView view,
      Comment of,
      CardHeadings headings,
      Set<UUID> looked,
      AnswerPageRequest pageRequest,
      boolean closed) {
    boolean read = looked.contains(of.escalationId());
    boolean quoted = rules.answerPage().wordsAtOnce() || rules.quoteFor().contains(view.role());
    return cards.card(
        of,
        headings.of(of, read || quoted || rules.nameFor().contains(view.role())),
        pageRequest.open().filter(of.caseId()::equals).isPresent(),
        read || quoted,
        read,
        closed,
        pageRequest.picture());
  }

  private Answers answers(Conversation of, boolean free, Instant now) {
    boolean closed = of.state() instanceof Closed;
    boolean mine = of.state() instanceof Acknowledged it && it.by().equals(reader.id());
    boolean runsOut = of.state() instanceof Acknowledged it && it.until().isPresent();
    return new Answers(
        !closed,
        !closed && !mine,
        mine && runsOut,
        free,
        closed ? List.of() : people(of, now),
        OUTCOMES.stream().map(key -> new Line(key, phrases.say("answer.outcome." + key))).toList());
  }

  private String state(EscalationState state) {
    if (state instanceof Closed it) {
      String by = standing.name(it.by());
      Map<String, String> values =
          Map.of(
              "who",
              by,
              "time",
              standing.time(it.at()),
              "outcome",
              PlainText.line(it.outcome(), LONGEST_NOTE));
      return phrases.fill(
          phrases.say(it.falseAlarm() ? "state.false-alarm" : "state.resolved"), values);
    }
    String said = standing.say(state);
    return state instanceof Acknowledged it && !it.nextStep().isBlank()
        ? said
            + " "
            + phrases.fill(
                phrases.say("state.next-step"),
                Map.of("step", PlainText.line(it.nextStep(), LONGEST_NOTE)))
        : said;
  }

  private String tone(EscalationState state) {
    if (state instanceof Acknowledged it) {
      return it.by().equals(reader.id()) ? "mine" : "theirs";
    }
    return state instanceof Closed ? "closed" : "open";
  }

  private String where(Conversation of, Escalation first) {
    String building = district.building(of.building()).map(Building::name).orElse(of.building());
    String account =
        district
            .account(first.account())
            .map(a -> a.name())
            .orElse(first.accountName().isBlank() ? first.account() : first.accountName());
    return PlainText.line(building, LONGEST_NAME) + " · " + PlainText.line(account, LONGEST_NAME);
  }

  private Line told(Told told) {
    String how =
        switch (told.state()) {
          case "sent" ->
              phrases.fill(phrases.say("told.sent"), Map.of("time", standing.time(told.at())));
          case "failed" -> phrases.say("told.failed");
          default -> phrases.say("told.queued");
        };
    return new Line(standing.name(told.person()), how);
  }

  /** Returns the chain's people, then other people with a role in the building. */
  private List<Line> people(Conversation of, Instant now) {
    return HandOverCandidates.people(district, rules, of, now).stream()
        .filter(person -> !person.id().equals(reader.id()))
        .map(person -> new Line(person.id(), PlainText.line(person.name(), LONGEST_NAME)))
        .toList();
  }
}
