package hallmonitor.moderation.console.proposals;

import static hallmonitor.moderation.console.page.DisplayLabels.plain;
import static hallmonitor.moderation.console.page.DisplayLabels.small;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.access.ConsoleUsers;
import hallmonitor.moderation.console.access.NotPermitted;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.store.TwoPersons;
import hallmonitor.moderation.store.TwoPersons.AccountTie;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the viewer may approve another person's proposal: by their role, according to
 * {@code decisions.yaml}, and by {@link TwoPersons}, the rule on accounts that depend on each
 * other.
 */
@RequestScoped
@Named("second")
public class SecondPerson {
  /** More names help nobody. */
  private static final int MOST_NAMES = 5;

  /** Acts that only people decide who see all accounts. */
  private static final Set<String> OF_THE_WHOLE_DISTRICT =
      Set.of("publish-policy", "release-records", "merge-authors");

  /**
   * What a page says beside an approval.
   *
   * @param refusal why the viewer cannot approve; empty if they can, or if it is their own proposal
   * @param others names of people who can; empty if nobody can
   * @param origin where the viewer's account comes from; empty if nobody else made or changed it
   * @param days for how long an account depends on the person who made or changed it
   */
  public record Standing(CharSequence refusal, String others, CharSequence origin, int days) {}

  private final DecisionSettings settings;
  private final ConsoleConfig config;
  private final ConsoleDatabase database;
  private final ConsoleUsers people;
  private final Viewer viewer;
  private @Nullable List<ConsoleUser> everyone;

  SecondPerson(
      DecisionSettings settings,
      ConsoleConfig config,
      ConsoleDatabase database,
      ConsoleUsers people,
      Viewer viewer) {
    this.settings = settings;
    this.config = config;
    this.database = database;
    this.people = people;
    this.viewer = viewer;
  }

  /**
   * Returns whether the viewer is another person than the proposer, with an account of their own.
   */
  public boolean isAnother(String proposer) {
    return isAnother(proposer, false);
  }

  /**
   * Returns the same for a kind of proposal.
   *
   * @param act as in {@code decisions.yaml}
   */
  public boolean isAnother(String act, String proposer) {
    return isAnother(proposer, isGrave(act));
  }

  private boolean isAnother(String proposer, boolean grave) {
    return !viewer.userName().equals(proposer)
        && database.read(h -> TwoPersons.tie(h, proposer, viewer.userName(), grave)).isEmpty();
  }

  /** Returns an answer to a proposal as forms send it. */
  public static Proposal.Answer answer(@Nullable String code) {
    try {
      return EnumCodes.read(Proposal.Answer.class, String.valueOf(code));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }

  private static boolean isGrave(String act) {
    return EnumCodes.read(Proposal.Kind.class, act).isGrave();
  }

  /** Returns whether the viewer may decide an appeal against what these people did. */
  public boolean mayDecide(List<String> behind) {
    return behind.stream().allMatch(this::isAnother)
        || !behind.contains(viewer.userName()) && !exception(behind).isEmpty();
  }

  /**
   * Returns why the viewer may decide an appeal though they are not another person; empty if they
   * are, or may not.
   */
  public CharSequence exception(List<String> behind) {
    return database.read(
        h ->
            TwoPersons.exception(h, behind, viewer.userName())
                .map(AccountTie::exception)
                .orElse(Sentence.NONE));
  }

  /** Returns why the viewer is not another person; empty if they are, or if they proposed it. */
  public CharSequence refusalOfAny(List<String> first) {
    return database.read(
        h -> TwoPersons.refusal(h, first, viewer.userName()).orElse(Sentence.NONE));
  }

  /**
   * Returns what the page says beside an approval.
   *
   * @param act as in {@code decisions.yaml}
   */
  public Standing standing(String act, String proposer) {
    Set<String> roles = settings.get().approvers(EnumCodes.read(Proposal.Kind.class, act));
    String me = viewer.userName();
    boolean all = OF_THE_WHOLE_DISTRICT.contains(act);
    boolean grave = isGrave(act);
    List<ConsoleUser> able =
        everyone().stream()
            .filter(p -> !p.removed() && roles.contains(p.role()))
            .filter(p -> !p.userName().equals(proposer) && !p.userName().equals(me))
            .filter(p -> !all || p.scope().everywhere())
            .toList();
    return database.read(
        h ->
            new Standing(
                TwoPersons.tie(h, proposer, me, grave)
                    .map(AccountTie::refusal)
                    .orElse(Sentence.NONE),
                able.stream()
                    .filter(p -> TwoPersons.tie(h, proposer, p.userName(), grave).isEmpty())
                    .limit(MOST_NAMES)
                    .map(ConsoleUser::displayName)
                    .collect(Collectors.joining(", ")),
                origin(h, me, Instant.now()),
                config.twoPersonsDays()));
  }

  /** Returns all people, read once for each page. */
  private List<ConsoleUser> everyone() {
    if (everyone == null) {
      everyone = people.all();
    }
    return everyone;
  }

  /**
   * Returns where an account came from at the time of an approval; empty if nobody else made it.
   */
  public CharSequence origin(String userName, Instant approvedAt) {
    return database.read(h -> origin(h, userName, approvedAt));
  }

  private static Sentence origin(Handle handle, String userName, Instant at) {
    return TwoPersons.origin(handle, userName, at)
        .map(
            of ->
                of.made()
                    ? Sentence.of(
                        "Account made by {1} on {2}.", of.makerName(), DisplayLabels.day(of.at()))
                    : Sentence.of(
                        "Account changed by {1} on {2}.",
                        of.makerName(), DisplayLabels.day(of.at())))
        .orElse(Sentence.NONE);
  }

  /** Checks the role; the act itself ensures that no one approves their own proposal. */
  public boolean may(Proposal.Kind kind) {
    return settings.get().approvers(kind).contains(viewer.role());
  }

  /**
   * Returns whether the viewer reads documents with the addresses and numbers of staff:
   * administrators keep them, and some people approve changes of them.
   */
  public boolean isReadsStaff() {
    return viewer.isAdministrator()
        || may(Proposal.Kind.PUBLISH_POLICY) && viewer.scope().everywhere();
  }

  /** Does the same for templates, which use the names of {@code decisions.yaml}. */
  public boolean may(String act) {
    return may(EnumCodes.read(Proposal.Kind.class, act));
  }

  /**
   * Checks the role.
   *
   * @throws NotPermitted naming the permitted roles
   */
  public void must(Proposal.Kind kind) {
    if (!may(kind)) {
      throw new NotPermitted(
          Sentence.of("Your role can't approve this. Ask one of: {1}.", roles(kind)));
    }
  }

  /** Returns the permitted roles, for a sentence. */
  public String roles(Proposal.Kind kind) {
    return settings.get().approvers(kind).stream()
        .map(role -> small(plain(role)))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
