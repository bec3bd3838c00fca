package hallmonitor.notifier.answer;

import hallmonitor.notifier.answer.AnswerPage.Mistake;
import hallmonitor.notifier.answer.AnswerTokens.Grant;
import hallmonitor.notifier.clock.AnswerService;
import hallmonitor.notifier.clock.Conversation;
import hallmonitor.notifier.clock.Conversations;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.evidence.sealing.Ledger;
import hallmonitor.notifier.notice.PersonNames;
import hallmonitor.notifier.queue.CommentViews;
import hallmonitor.notifier.queue.ConsolePeople;
import hallmonitor.notifier.queue.KeptPictures;
import hallmonitor.notifier.queue.KeptPictures.Picture;
import hallmonitor.notifier.queue.LinkUses;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.escalation.EscalationRules;
import hallmonitor.settings.notice.NoticeTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The logic of the answer page. A GET changes nothing. An answer needs an explicit choice and
 * counts as given by the person the link was sent to.
 */
public final class AnswerLinks {
  /**
   * How long a browser keeps showing words after a person opened them; then they are behind a tap
   * again.
   */
  public static final Duration SHOWN_FOR = Duration.ofMinutes(30);

  /** The result of a request. */
  public sealed interface Reply {
    record Show(AnswerPage page) implements Reply {}

    /** The words were shown; {@code look} is the token that proves it for this browser. */
    record Looked(AnswerPage page, String look) implements Reply {}

    /** Answered; the page shows the current state. */
    record Answered(Optional<UUID> caseId) implements Reply {}

    /** The answer is incomplete; nothing was changed. */
    record Lacking(AnswerPage page) implements Reply {}

    /** The link was not made here or was altered, or its person or escalation no longer exists. */
    record NotValid() implements Reply {}

    /**
     * The person no longer holds what the link was sent for.
     *
     * @param instead names of those who are asked now; empty if nobody can be
     */
    record NoLonger(String language, List<String> instead) implements Reply {}

    /** The link has expired. */
    record RunOut(String language, String console) implements Reply {}
  }

  /** A valid request: who asks, for what, and what the person opened in this browser. */
  private record Asked(
      Grant grant,
      Person reader,
      PresentAssignment assignment,
      ConversationView view,
      AnswerPages pages,
      Set<UUID> looked,
      Instant now) {
    boolean isLookedAt(ConversationView.Comment comment) {
      return looked.contains(comment.escalationId());
    }
  }

  private final Jdbi database;
  private final AnswerTokens tokens;
  private final AnswerTokens looks;
  private final Supplier<District> district;
  private final Supplier<EscalationRules> rules;
  private final Supplier<NoticeTexts> texts;
  private final Supplier<AnswerService> answering;
  private final String consoleUrl;
  private final InstantSource clock;

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
      InstantSource clock) {
    this.database = database;
    this.tokens = tokens;
    this.looks = tokens.ofLooks(SHOWN_FOR);
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

  public Reply look(String token, AnswerPageRequest pageRequest) {
    return asked(token, pageRequest.look())
        .<Reply>map(
            asked ->
                asked.assignment().stands()
                    ? new Reply.Show(page(asked, token, pageRequest, Mistake.NONE))
                    : noLonger(asked))
        .orElseGet(() -> refusal(token));
  }

  private static Reply noLonger(Asked asked) {
    return new Reply.NoLonger(asked.reader().language(), asked.assignment().instead());
  }

  /**
   * Answers, shows words, or asks for an action on the platform.
   *
   * @param browser random text that tells this browser from others
   */
  public Reply answer(String token, AnswerRequest request, String browser) {
    Optional<Asked> found = asked(token, request.look());
    if (found.isEmpty()) {
      return refusal(token);
    }
    Asked asked = found.get();
    if (!asked.assignment().stands()) {
      return noLonger(asked);
    }
    Optional<Mistake> mistake =
        AnswerCheck.mistake(
            request,
            asked.view(),
            asked.looked(),
            hasClosed(token, asked, request),
            asked.now(),
            asked.pages());
    if (mistake.isPresent()) {
      AnswerPageRequest pageRequest = new AnswerPageRequest(request.look(), request.caseId());
      return new Reply.Lacking(page(asked, token, pageRequest, mistake.get()));
    }
    database.useTransaction(
        transaction ->
            LinkUses.note(
                transaction,
                token,
                browser,
                asked.grant().conversation(),
                asked.grant().person(),
                tokens.valid(),
                asked.now()));
    if (request.choice().equals("look")) {
      return shown(token, asked, request);
    }
    // Of two requests at the same time, the second one is answered as one that came later.
    return database.inTransaction(transaction -> acted(transaction, token, asked, request))
        ? new Reply.Answered(request.caseId())
        : answer(token, request, browser);
  }

  /** Returns false, without any change, if this link has closed the comment a moment ago. */
  private boolean acted(Handle transaction, String token, Asked asked, AnswerRequest request) {
    if (closesDanger(asked, request)
        && !LinkUses.noteClosing(transaction, token, request.caseId().orElseThrow(), asked.now())) {
      return false;
    }
    act(transaction, asked, request);
    return true;
  }

  private static boolean closesDanger(Asked asked, AnswerRequest request) {
    return AnswerCheck.closes(request.choice())
        && request.caseId().isPresent()
        && asked.view().conversation().urgency() == Urgency.IMMEDIATE;
  }

  private boolean hasClosed(String token, Asked asked, AnswerRequest request) {
    return closesDanger(asked, request)
        && database.withHandle(h -> LinkUses.hasClosed(h, token, request.caseId().orElseThrow()));
  }

  /**
   * Returns the bytes of a picture if the words of its comment were opened in this browser, and
   * records who sees it.
   */
  public Optional<byte[]> picture(String token, String look, UUID caseId, UUID id) {
    Optional<Asked> asked = asked(token, look).filter(a -> a.assignment().stands());
    return asked
        .flatMap(a -> a.view().comment(caseId).filter(a::isLookedAt))
        .flatMap(
            comment ->
                database.inTransaction(
                    transaction -> {
                      Optional<Picture> found = KeptPictures.find(transaction, caseId, id);
                      found.ifPresent(
                          picture ->
                              PageActs.see(
                                  transaction,
                                  comment,
                                  picture,
                                  asked.orElseThrow().grant().person(),
                                  asked.orElseThrow().now()));
                      return found.flatMap(p -> Ledger.blob(transaction, p.sha256()));
                    }));
  }

  private Reply shown(String token, Asked asked, AnswerRequest request) {
    ConversationView.Comment comment =
        asked.view().comment(request.caseId().orElseThrow()).orElseThrow();
    database.useTransaction(
        transaction -> {
          Conversation of = lock(transaction, asked);
          PageActs.look(transaction, of, comment, asked.grant().person(), asked.now());
          answering.get().seen(transaction, of, asked.grant().person(), asked.now());
        });
    String look = looks.token(asked.grant().conversation(), asked.grant().person(), asked.now());
    AnswerPageRequest pageRequest = new AnswerPageRequest(look, request.caseId());
    return asked(token, look)
        .<Reply>map(again -> new Reply.Looked(page(again, token, pageRequest, Mistake.NONE), look))
        .orElseGet(() -> refusal(token));
  }

  private void act(Handle transaction, Asked asked, AnswerRequest request) {
    Conversation of = lock(transaction, asked);
    Optional<ConversationView.Comment> comment = request.caseId().flatMap(asked.view()::comment);
    String person = asked.grant().person();
    if (AnswerCheck.isAction(request.choice())) {
      PageActs.ask(
          transaction, comment.orElseThrow(), person, request.choice().equals("hide"), asked.now());
      return;
    }
    PageActs.answer(
        transaction,
        answering.get(),
        of,
        comment.map(ConversationView.Comment::caseId),
        person,
        request,
        asked.pages().outcome(request),
        asked.now());
  }

  private static Conversation lock(Handle transaction, Asked asked) {
    return Conversations.lock(transaction, asked.grant().conversation()).orElseThrow();
  }

  private AnswerPage page(
      Asked asked, String token, AnswerPageRequest pageRequest, Mistake mistake) {
    return asked
        .pages()
        .page(asked.view(), asked.looked(), pageRequest, token, mistake, asked.now());
  }

  private Optional<Asked> asked(String token, String look) {
    Instant now = clock.instant();
    Optional<Grant> grant = tokens.read(token).filter(g -> now.isBefore(g.until()));
    Optional<Person> reader = grant.flatMap(g -> district.get().person(g.person()));
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    return database.withHandle(
        h ->
            ConversationView.find(h, grant.get().conversation(), grant.get().person())
                .filter(view -> !view.comments().isEmpty())
                .map(
                    view ->
                        new Asked(
                            grant.get(),
                            reader.get(),
                            assignment(view, reader.get(), now),
                            view,
                            pages(h, reader.get()),
                            looked(h, grant.get(), look, now),
                            now)));
  }

  private PresentAssignment assignment(ConversationView view, Person reader, Instant now) {
    return PresentAssignment.of(
        district.get(), rules.get(), view.conversation(), reader, view.role(), view.handed(), now);
  }

  private AnswerPages pages(Handle handle, Person reader) {
    PersonNames people = new PersonNames(district.get(), ConsolePeople.names(handle));
    return new AnswerPages(people, rules.get(), texts.get(), consoleUrl, reader);
  }

  /**
   * Only this browser shows the words again, and only for a short time, because others may have the
   * link.
   */
  private Set<UUID> looked(Handle handle, Grant grant, String look, Instant now) {
    boolean here =
        looks
            .read(look)
            .filter(g -> now.isBefore(g.until()))
            .filter(g -> g.conversation().equals(grant.conversation()))
            .filter(g -> g.person().equals(grant.person()))
            .isPresent();
    return here
        ? CommentViews.since(handle, grant.conversation(), grant.person(), now.minus(SHOWN_FOR))
        : Set.of();
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
}
