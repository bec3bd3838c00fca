package hallmonitor.notifier.answer;

import hallmonitor.notifier.answer.AnswerTokens.Grant;
import hallmonitor.notifier.clock.AnswerService;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.clock.Conversations;
import hallmonitor.notifier.escalation.EscalationFact.Answer;
import hallmonitor.notifier.evidence.Evidence;
import hallmonitor.notifier.evidence.EvidenceEntry;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticeTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The logic of the answer page. A GET changes nothing. An answer needs an explicit choice and
 * counts as given by the person to whom the link was sent.
 */
public final class AnswerLinks {
  /** The result of a request. */
  public sealed interface Reply {
    record Show(AnswerPage page) implements Reply {}

    /** Answered; the page shows the current state. */
    record Answered() implements Reply {}

    /** The answer is incomplete; nothing was changed. */
    record Lacking(AnswerPage page) implements Reply {}

    /** The link was not made here or was altered, or its person or escalation no longer exists. */
    record NotValid() implements Reply {}

    /** The link has expired. */
    record RunOut(String language, String console) implements Reply {}
  }

  /** The sealed content of an answer by link. */
  record AnsweredByLink(
      UUID conversation, String person, String answer, String to, String note, Instant at) {}

  private static final int LONGEST_NOTE = 1000;

  private final Jdbi database;
  private final AnswerTokens tokens;
  private final Supplier<District> district;
  private final Supplier<EscalationRules> rules;
  private final Supplier<NoticeTexts> texts;
  private final Supplier<AnswerService> answering;
  private final String consoleUrl;
  private final Clock clock;

  /**
   * Creates the service.
   *
   * @param consoleUrl without a trailing slash
   */
  public AnswerLinks(
      Jdbi database,
      AnswerTokens tokens,
      Supplier<District> district,
      Supplier<EscalationRules> rules,
      Supplier<NoticeTexts> texts,
      Supplier<AnswerService> answering,
      String consoleUrl,
      Clock clock) {
    this.database = database;
    this.tokens = tokens;
    this.district = district;
    this.rules = rules;
    this.texts = texts;
    this.answering = answering;
    this.consoleUrl = consoleUrl;
    this.clock = clock;
  }

  /** Returns whether the link was made here, expired or not. Does not use the database. */
  public boolean isOurs(String token) {
    return tokens.read(token).isPresent();
  }

  public Reply look(String token) {
    return page(token, "", "").map(Reply.class::cast).orElseGet(() -> refusal(token));
  }

  /**
   * Answers an escalation.
   *
   * @param choice acknowledge, hand-over, resolve or false-alarm; anything else is no choice
   * @param to for hand-over, the id of a person
   * @param note in the person's words
   * @param cases number of cases on the page; closing is refused if there are more by now
   */
  public Reply answer(String token, String choice, String to, String note, int cases) {
    Optional<Reply.Show> seen = page(token, "", "");
    if (seen.isEmpty()) {
      return refusal(token);
    }
    String words = note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
    Optional<Answer> answer = answer(choice);
    if (answer.isEmpty()) {
      return lacking(token, "answer.choose", words);
    }
    if (answer.get() == Answer.RESOLVE && words.isBlank()) {
      return lacking(token, "answer.outcome-missing", words);
    }
    if (answer.get() == Answer.HAND_OVER
        && seen.get().page().people().stream().noneMatch(person -> person.label().equals(to))) {
      return lacking(token, "answer.person-missing", words);
    }
    Grant grant = tokens.read(token).orElseThrow();
    boolean taken =
        database.inTransaction(
            transaction -> answer(transaction, grant, answer.get(), to, words.strip(), cases));
    return taken ? new Reply.Answered() : lacking(token, "answer.more-joined", words);
  }

  /** Returns false, and changes nothing, if comments joined that the person has not seen. */
  private boolean answer(
      Handle transaction, Grant grant, Answer answer, String to, String note, int cases) {
    Instant now = clock.instant();
    Conversation of = Conversations.lock(transaction, grant.conversation()).orElseThrow();
    boolean done = answer == Answer.RESOLVE || answer == Answer.FALSE_ALARM;
    if (done && ConversationView.cases(transaction, of.id()) > Math.max(1, cases)) {
      return false;
    }
    AnswerService.Outcome outcome =
        answering
            .get()
            .answer(
                transaction,
                of,
                grant.person(),
                answer,
                answer == Answer.HAND_OVER ? Optional.of(to) : Optional.empty(),
                note,
                now);
    if (outcome == AnswerService.Outcome.TAKEN) {
      Evidence.add(
          transaction,
          List.of(
              new EvidenceEntry(
                  UUID.randomUUID(),
                  of.caseId(),
                  "answered-by-link",
                  new AnsweredByLink(of.id(), grant.person(), named(answer), to, note, now),
                  now)));
    }
    return true;
  }

  private Reply lacking(String token, String mistake, String note) {
    return page(token, mistake, note)
        .<Reply>map(show -> new Reply.Lacking(show.page()))
        .orElseGet(() -> refusal(token));
  }

  private Optional<Reply.Show> page(String token, String mistake, String note) {
    Instant now = clock.instant();
    Optional<Grant> grant = tokens.read(token).filter(g -> now.isBefore(g.until()));
    Optional<Person> reader = grant.flatMap(g -> district.get().person(g.person()));
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    AnswerPages pages =
        new AnswerPages(district.get(), rules.get(), texts.get(), consoleUrl, reader.get());
    return database
        .withHandle(h -> ConversationView.find(h, grant.get().conversation(), grant.get().person()))
        .map(dossier -> new Reply.Show(pages.page(dossier, mistake, note, now)));
  }

  private Reply refusal(String token) {
    Optional<Grant> grant = tokens.read(token).filter(g -> !clock.instant().isBefore(g.until()));
    return grant
        .<Reply>map(
            g ->
                new Reply.RunOut(
                    district.get().person(g.person()).map(Person::language).orElse("en"),
                    consoleUrl + "/"))
        .orElseGet(Reply.NotValid::new);
  }

  private static Optional<Answer> answer(String choice) {
    return Arrays.stream(Answer.values()).filter(a -> named(a).equals(choice)).findFirst();
  }

  private static String named(Answer answer) {
    return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
