package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.store.answer.AnswersWithPicture;
import hallmonitor.moderation.store.answer.AnswersWithPicture.WithPicture;
import hallmonitor.moderation.store.export.ArchiveExports;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Removals of kept pictures of posts, for good. Who, when and why stay, and the picture is not
 * fetched again. With it go exports, and packages of answers that were not sent. Where the district
 * names a second person for disposals, one person proposes and another approves.
 */
public final class PictureRemovals {
  /**
   * A kept picture.
   *
   * @param urlKey key of its address
   * @param path of it in the console, which names it in proposals
   */
  public record PostPicture(CommentKey post, String urlKey, String path) {}

  private PictureRemovals() {}

  /**
   * Removes a picture.
   *
   * @param by who wants it
   * @param approvedBy absent if nobody has to approve it
   * @throws NotLegal if it is not kept, or held
   */
  public static void remove(
      Handle transaction,
      PostPicture picture,
      String reason,
      String by,
      Optional<String> approvedBy,
      KeptDays.Calendar district) {
    check(transaction, picture, district);
    List<WithPicture> answers =
        AnswersWithPicture.removed(
            transaction, picture.post(), picture.urlKey(), approvedBy.orElse(by));
    int removed =
        transaction
            .createUpdate(
                """
                update post_picture
                set state = 'removed', why = '', content = null, claimed_until = null, removed_by = :by, approved_by = :approved,
                  removed_at = clock_timestamp(), removed_because = :reason
                where account = :account and post_id = :post and url_key = :key and state = 'kept'
                """)
            .bind("by", by)
            .bind("approved", approvedBy.orElse(null))
            .bind("reason", reason)
            .bind("account", picture.post().account())
            .bind("post", picture.post().id())
            .bind("key", picture.urlKey())
            .execute();
    if (removed == 0) {
      throw new NotLegal(Sentence.of("This picture is no longer kept. Nothing was changed."));
    }
    AuditLog.add(
        transaction,
        approvedBy.orElse(by),
        "picture-removed",
        picture.post().account() + " " + picture.post().id(),
        "picture " + picture.urlKey() + ": " + reason + told(answers));
    // Last, because nobody asks for an export meanwhile.
    ArchiveExports.disposed(transaction, "picture " + picture.urlKey());
  }

  private static String told(List<WithPicture> answers) {
    return answers.stream()
        .map(one -> (one.sent() ? "; stays in the answer " : "; and the package ") + one.number())
        .distinct()
        .collect(Collectors.joining());
  }

  private static void check(Handle transaction, PostPicture picture, KeptDays.Calendar district) {
    if (HeldPosts.isHeld(transaction, picture.post(), district)) {
      throw new NotLegal(
          Sentence.of(
              "A hold, or a request for records, covers this post or a comment under it. Nothing was"
                  + " changed."));
    }
    if (HeldPosts.isSearched(transaction)) {
      throw new NotLegal(
          Sentence.of(
              "A search for a request for records runs, and may find this post. Try again when it"
                  + " is done."));
    }
  }

  /**
   * Proposes a removal to a second person.
   *
   * @param id of the proposal, given with the form
   * @param building of the account; empty if nobody knows it
   * @throws NotLegal if the picture is held, or if that is proposed already
   */
  public static void propose(
      Handle transaction,
      UUID id,
      PostPicture picture,
      String building,
      String reason,
      String by,
      KeptDays.Calendar district,
      Instant now) {
    Proposals proposals = new Proposals(transaction);
    if (proposals.lock(id).isPresent()) {
      return;
    }
    check(transaction, picture, district);
    proposals.proposeOnce(
        Proposal.of(
            id,
            Kind.REMOVE_PICTURE,
            picture.path(),
            "",
            by,
            reason,
            terms(transaction, building, picture.post().account()),
            now));
  }

  private static String terms(Handle handle, String building, String account) {
    return handle
        .createQuery(
            "select jsonb_build_object('building', :building::text, 'account', :account::text)::text")
        .bind("building", building)
        .bind("account", account)
        .mapTo(String.class)
        .one();
  }

  /** Returns the proposal to remove a picture that waits. */
  public static Optional<Proposal> waiting(Handle handle, PostPicture picture, Instant now) {
    return new Proposals(handle)
        .about(Kind.REMOVE_PICTURE, picture.path()).stream()
            .filter(proposal -> proposal.waits(now))
            .findFirst();
  }

  /**
   * Answers a proposal, and removes the picture if it is approved.
   *
   * @throws NotLegal if this person may not give this answer, if there is no such proposal, or as
   *     {@link #remove}
   */
  public static void answer(
      Handle transaction,
      UUID proposalId,
      PostPicture picture,
      Answer answer,
      String by,
      String note,
      KeptDays.Calendar district,
      Instant now) {
    Proposals proposals = new Proposals(transaction);
    Proposal proposal = proposals.toAnswer(proposalId, Kind.REMOVE_PICTURE, picture.path());
    proposals.answer(proposal, answer, by, note, now);
    if (answer == Answer.APPROVE) {
      remove(
          transaction,
          picture,
          proposal.reason(),
          proposal.proposedBy(),
          Optional.of(by),
          district);
    }
  }
}
