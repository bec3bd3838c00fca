package hallmonitor.moderation.console.people;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Access;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.Passwords;
import hallmonitor.moderation.console.access.SsoPeople;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.store.TwoPersons;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Changes people's access, immediately or, if the district requires it, with a second person. */
@ApplicationScoped
@Transactional
public class AccessChanges {
  /** The result of a change. */
  enum Result {
    DONE,
    PROPOSED,
    LAST_ADMINISTRATOR
  }

  /**
   * Someone new.
   *
   * @param userName empty to have one made from the email
   * @param toldAs id in the district's file; empty for a person who is not notified
   */
  record Newcomer(
      String userName,
      String displayName,
      String email,
      String language,
      Access access,
      String toldAs) {}

  static final Sentence LAST_ADMINISTRATOR =
      Sentence.of("Nothing was changed: one administrator must always remain.");

  private final DecisionSettings settings;
  private final ConsoleDatabase database;
  private final ConsoleUsers people;
  private final Invitations invitations;
  private final Passwords passwords;

  AccessChanges(
      DecisionSettings settings,
      ConsoleDatabase database,
      ConsoleUsers people,
      Invitations invitations,
      Passwords passwords) {
    this.settings = settings;
    this.database = database;
    this.people = people;
    this.invitations = invitations;
    this.passwords = passwords;
  }

  /** Returns whether a second person must approve. */
  boolean needSecond() {
    return settings.get().asksSecond(Proposal.Kind.CHANGE_ACCESS);
  }

  /**
   * Adds a person and sends an invitation, or proposes to.
   *
   * @return the user name
   * @throws NotLegal if the name or the address is taken
   */
  String invite(Newcomer newcomer, String reason, String by) {
    if (people.withEmail(newcomer.email()).isPresent()) {
      throw new NotLegal(
          Sentence.of("{1} is already on the list. Change that entry instead.", newcomer.email()));
    }
    String hash = passwords.none();
    String name =
        names(newcomer)
            .filter(n -> add(n, newcomer, hash, by))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotLegal(
                        Sentence.of(
                            "The name {1} is taken. Choose another.", newcomer.userName())));
    if (needSecond()) {
      people.holdBack(name);
    }
    ask(
        name,
        AccessChange.invite(newcomer.access(), newcomer.email(), newcomer.language()),
        reason,
        by);
    return name;
  }

  private static Stream<String> names(Newcomer newcomer) {
    return newcomer.userName().isEmpty()
        ? SsoPeople.names(newcomer.email())
        : Stream.of(newcomer.userName());
  }

  private boolean add(String name, Newcomer newcomer, String hash, String by) {
    boolean added =
        people.add(name, newcomer.displayName(), newcomer.access(), hash, newcomer.email(), by);
    if (added && !newcomer.toldAs().isEmpty()) {
      people.link(name, newcomer.toldAs(), by);
    }
    return added;
  }

  /**
   * Carries out a change, or proposes it.
   *
   * @param reason needed for a proposal
   * @throws NotLegal if a change of this person's access is proposed already
   */
  Result ask(String userName, AccessChange change, String reason, String by) {
    if (!needSecond()) {
      return carryOut(userName, change, by);
    }
    if (reason.isBlank()) {
      throw new NotLegal(Sentence.of("Enter a reason. The second person reads it."));
    }
    Proposal proposal =
        Proposal.of(
            UUID.randomUUID(),
            Kind.CHANGE_ACCESS,
            userName,
            "",
            by,
            reason,
            change.json(),
            Instant.now());
    if (!database.write(h -> new Proposals(h).propose(proposal))) {
      throw new NotLegal(
          Sentence.of("A change to this person's access is already waiting for approval."));
    }
    return Result.PROPOSED;
  }

  private Result carryOut(String userName, AccessChange change, String by) {
    boolean done =
        switch (change.act()) {
          case INVITE -> {
            invite(userName, change, by);
            yield true;
          }
          case ROLE -> people.setAccess(userName, change.access(), by);
          case REMOVE -> {
            boolean removed = people.remove(userName, by);
            if (removed) {
              invitations.revoke(userName, by);
            }
            yield removed;
          }
        };
    return done ? Result.DONE : Result.LAST_ADMINISTRATOR;
  }

  private void invite(String userName, AccessChange change, String by) {
    ConsoleUser person = people.findById(userName);
    if (person.removed()) {
      people.readmit(userName, passwords.none(), by);
    }
    invitations.send(userName, change.email(), change.language(), by);
  }

  /** Returns the waiting proposal about a person. */
  Optional<Proposal> waiting(String userName) {
    Instant now = Instant.now();
    return database.read(h -> new Proposals(h).about(Kind.CHANGE_ACCESS, userName)).stream()
        .filter(proposal -> proposal.waits(now))
        .findFirst();
  }

  /**
   * Answers a proposal, and carries it out if it is approved.
   *
   * @throws NotLegal if this person may not give this answer, or if there is no such proposal
   */
  void answer(String userName, UUID proposalId, Answer answer, String by, String note) {
    if (userName.equals(by)) {
      throw new NotLegal(
          Sentence.of("This is about your own access, so another administrator must decide it."));
    }
    Proposal proposal =
        database.write(
            h -> {
              Proposals proposals = new Proposals(h);
              Proposal locked = proposals.toAnswer(proposalId, Kind.CHANGE_ACCESS, userName);
              return proposals.answer(locked, answer, by, note, Instant.now());
            });
    if (answer != Answer.APPROVE) {
      return;
    }
    if (carryOut(userName, AccessChange.read(proposal.terms()), by) == Result.LAST_ADMINISTRATOR) {
      throw new NotLegal(LAST_ADMINISTRATOR);
    }
    database.write(
        h -> {
          TwoPersons.carriedOut(h, by, userName);
          return true;
        });
  }
}
