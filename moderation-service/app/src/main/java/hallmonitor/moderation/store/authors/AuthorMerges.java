package hallmonitor.moderation.store.authors;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Authors that people say are one person. Only views are joined: strikes, blocks and verdicts stay
 * with each author on each account. A group is a set: an author is in one at most, and leaves it
 * without touching the others.
 */
public final class AuthorMerges {
  /** More than these are no one person. */
  private static final int MOST = 20;

  private static final Sentence GONE =
      Sentence.of("One of these authors is no longer on record. Nothing was changed.");

  /**
   * An author in a group.
   *
   * @param approvedBy null if nobody had to approve it
   */
  public record Member(
      UUID authorId,
      String reason,
      String joinedBy,
      @Nullable String approvedBy,
      Instant joinedAt) {}

  private AuthorMerges() {}

  /** Returns everyone in an author's group, the author included; empty if there is none. */
  public static List<Member> with(Handle handle, UUID author) {
    return handle
        .createQuery(
            """
            select m.author_id, m.reason, m.joined_by, m.approved_by, m.joined_at
            from author_member me join author_member m using (group_id)
            where me.author_id = :author order by m.joined_at, m.author_id
            """)
        .bind("author", author)
        .map(ConstructorMapper.of(Member.class))
        .list();
  }

  /**
   * Says that two authors are one person. One of them can be shown with others already, and is then
   * shown with all of these.
   *
   * @throws NotLegal if they are shown together already, if both are shown with others, or if one
   *     is no longer on record
   */
  public static void merge(
      Handle transaction,
      UUID one,
      UUID other,
      String reason,
      String by,
      Optional<String> approvedBy) {
    alone(transaction);
    checkNew(transaction, one, other);
    Optional<UUID> ofOne = group(transaction, one);
    Optional<UUID> ofOther = group(transaction, other);
    UUID group = ofOne.or(() -> ofOther).orElseGet(UUID::randomUUID);
    List<UUID> joining = new ArrayList<>();
    if (ofOne.isEmpty()) {
      joining.add(one);
    }
    if (ofOther.isEmpty()) {
      joining.add(other);
    }
    for (UUID author : joining) {
      transaction.execute(
          "insert into author_member (author_id, group_id, reason, joined_by, approved_by) values (?, ?, ?, ?, ?)",
          author,
          group,
          reason,
          by,
          approvedBy.orElse(null));
    }
    AuditLog.add(
        transaction,
        approvedBy.orElse(by),
        "authors-merged",
        "author " + one,
        // Not the reason, which may name a person: the log is kept for good, and authors are not.
        "author " + other);
  }

  /** Everyone who changes groups waits here, so that no two changes meet. */
  private static void alone(Handle transaction) {
    transaction.execute("select pg_advisory_xact_lock(hashtextextended('author_member', 0))");
  }

  /**
   * Checks that two authors can be merged.
   *
   * @throws NotLegal if not
   */
  private static void checkNew(Handle handle, UUID one, UUID other) {
    if (one.equals(other) || with(handle, one).stream().anyMatch(m -> m.authorId().equals(other))) {
      throw new NotLegal(Sentence.of("These two are already shown as one person."));
    }
    if (Stream.of(one, other).anyMatch(id -> KnownAuthors.find(handle, id).isEmpty())) {
      throw new NotLegal(GONE);
    }
    int ofOne = with(handle, one).size();
    int ofOther = with(handle, other).size();
    if (ofOne > 0 && ofOther > 0) {
      // Nobody would have said of all of them that they are one person.
      throw new NotLegal(
          Sentence.of("Both are shown together with others. Take one of them out first."));
    }
    if (ofOne >= MOST || ofOther >= MOST) {
      throw new NotLegal(Sentence.of("At most {1} authors can be shown as one person.", MOST));
    }
  }

  private static Optional<UUID> group(Handle handle, UUID author) {
    return handle
        .createQuery("select group_id from author_member where author_id = :author")
        .bind("author", author)
        .mapTo(UUID.class)
        .findOne();
  }

  /**
   * Takes an author out of their group. If one other is left, there is no group any more.
   *
   * @throws NotLegal if the author is in no group
   */
  public static void part(Handle transaction, UUID author, String reason, String by) {
    alone(transaction);
    UUID group =
        group(transaction, author)
            .orElseThrow(
                () ->
                    new NotLegal(
                        Sentence.of(
                            "This author is no longer shown together with others. Nothing was"
                                + " changed.")));
    transaction.execute("delete from author_member where author_id = ?", author);
    transaction.execute(
        """
        delete from author_member where group_id = ? and (select count(*) from author_member where group_id = ?) = 1
        """,
        group,
        group);
    AuditLog.add(transaction, by, "author-parted", "author " + author, reason);
  }

  /**
   * Proposes a merge to a second person.
   *
   * @param id of the proposal, given with the form
   * @param building of all accounts where the two wrote; empty if there are several
   * @throws NotLegal if it cannot be merged, or is proposed already
   */
  public static void propose(
      Handle transaction,
      UUID id,
      UUID one,
      UUID other,
      String building,
      String reason,
      String by,
      Instant now) {
    Proposals proposals = new Proposals(transaction);
    if (proposals.lock(id).isPresent()) {
      return;
    }
    checkNew(transaction, one, other);
    Proposal proposal =
        Proposal.of(
            id,
            Kind.MERGE_AUTHORS,
            subject(one, other),
            "",
            by,
            reason,
            terms(transaction, building),
            now);
    proposals.proposeOnce(proposal);
  }

  private static String terms(Handle handle, String building) {
    return handle
        .createQuery("select jsonb_build_object('building', :building::text)::text")
        .bind("building", building)
        .mapTo(String.class)
        .one();
  }

  /** Returns the same for both orders. */
  private static String subject(UUID one, UUID other) {
    return Stream.of(one, other).map(UUID::toString).sorted().reduce((a, b) -> a + " " + b).get();
  }

  /** Returns the two authors of a proposal. */
  public static List<UUID> authorsOf(Proposal proposal) {
    return Stream.of(proposal.subject().split(" ")).map(UUID::fromString).toList();
  }

  /** Returns the proposals about these authors that wait, the oldest first. */
  public static List<Proposal> waiting(Handle handle, List<UUID> authors, Instant now) {
    return new Proposals(handle)
        .waiting(Kind.MERGE_AUTHORS, now).stream()
            .filter(p -> authorsOf(p).stream().anyMatch(authors::contains))
            .toList();
  }

  /**
   * Answers a proposal, and merges if it is approved.
   *
   * @throws NotLegal if this person may not give this answer, or if there is no such proposal
   */
  public static void answer(
      Handle transaction, UUID proposalId, Answer answer, String by, String note, Instant now) {
    Proposals proposals = new Proposals(transaction);
    Proposal proposal = proposals.toAnswer(proposalId, Kind.MERGE_AUTHORS);
    proposals.answer(proposal, answer, by, note, now);
    if (answer == Answer.APPROVE) {
      List<UUID> two = authorsOf(proposal);
      merge(
          transaction,
          two.get(0),
          two.get(1),
          proposal.reason(),
          proposal.proposedBy(),
          Optional.of(by));
    }
  }
}
