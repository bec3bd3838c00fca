package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.messaging.picture.PictureHashes;
import hallmonitor.messaging.picture.PostedPicture;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.OnKnownPicture;
import hallmonitor.moderation.finding.KnownPictureReason;
import hallmonitor.moderation.pipeline.rules.RuleSnapshot;
import hallmonitor.moderation.pipeline.rules.RuleSource;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.policy.Verdict.ClauseHit;
import hallmonitor.moderation.store.archive.EarlierSearches;
import hallmonitor.moderation.store.archive.EarlierSearches.EarlierSearch;
import hallmonitor.moderation.store.archive.KnownInPicture;
import hallmonitor.moderation.store.archive.ListedPictures;
import hallmonitor.moderation.store.archive.ReadPictureHashes.ReadPicture;
import hallmonitor.moderation.store.cases.CaseOpenings.Wish;
import hallmonitor.moderation.store.cases.FoundAgainCases;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks for a picture that people just listed in comments from before, by the hashes that were kept
 * of their pictures. Where readers still see the comment and a clause covers the category, a person
 * gets a case. Nothing is hidden and no one is notified, whatever the clause says.
 *
 * <p>Each step is a transaction with at most one comment in it, and says where it ended.
 */
public final class EarlierPictureSearch {
  /** They take some hundredths of a second. */
  private static final int AT_ONCE = 500;

  /** More cases of one picture would bury all others; the page says how many more there are. */
  static final int MOST_CASES = 200;

  private final Jdbi database;
  private final RuleSource rules;
  private final FoundAgainCases cases;
  private final Runnable relay;

  /**
   * Creates it.
   *
   * @param relay called after a commit that must be published
   */
  public EarlierPictureSearch(
      Jdbi database, RuleSource rules, FoundAgainCases cases, Runnable relay) {
    this.database = database;
    this.rules = rules;
    this.cases = cases;
    this.relay = relay;
  }

  /**
   * Takes one step.
   *
   * @return false if nothing is looked for
   */
  public boolean step() throws SQLException {
    boolean worked = database.inTransaction(this::some);
    if (worked) {
      relay.run();
    }
    return worked;
  }

  private boolean some(Handle transaction) throws SQLException {
    Optional<EarlierSearch> claimed = EarlierSearches.claim(transaction);
    if (claimed.isEmpty()) {
      return false;
    }
    EarlierSearch search = claimed.get();
    List<ReadPicture> next = EarlierSearches.next(transaction, search, AT_ONCE);
    if (next.isEmpty()) {
      EarlierSearches.ended(transaction, search);
      return true;
    }
    List<PdqHash> looked = hashes(search);
    for (int i = 0; i < next.size(); i++) {
      ReadPicture picture = next.get(i);
      if (isSame(search, looked, picture)) {
        found(transaction, search, picture, i + 1);
        return true;
      }
    }
    EarlierSearches.stepped(transaction, search, next.get(next.size() - 1).id(), next.size(), 0, 0);
    return true;
  }

  private static List<PdqHash> hashes(EarlierSearch search) {
    return Stream.of(search.turned().split(" ")).flatMap(hex -> PdqHash.of(hex).stream()).toList();
  }

  private static boolean isSame(EarlierSearch search, List<PdqHash> looked, ReadPicture picture) {
    return !search.isListedFrom(picture.comment())
        && PictureHashes.distance(looked, picture.hashes()) <= PostedPicture.ALIKE;
  }

  private void found(Handle transaction, EarlierSearch search, ReadPicture picture, int compared)
      throws SQLException {
    String key = ListedPictures.LIST + "/" + search.id();
    KnownInPicture known =
        new KnownInPicture(
            key, search.category(), 1, KnownPictureReason.of(key + " (" + search.name() + ")"));
    // The comment first, as everything that changes one does.
    boolean open = cases.isPublic(transaction, picture.comment());
    boolean marked = EarlierSearches.mark(transaction, picture, known);
    boolean sent =
        open
            && marked
            && search.sentToReview() < MOST_CASES
            && isSent(transaction, picture.comment(), known);
    EarlierSearches.stepped(
        transaction, search, picture.id(), compared, marked ? 1 : 0, sent ? 1 : 0);
  }

  private boolean isSent(Handle transaction, CommentKey comment, KnownInPicture known)
      throws SQLException {
    RuleSnapshot now = rules.get();
    Optional<Clause> clause =
        now.judge(comment.account(), known.findings(), 0).decisive().map(ClauseHit::clause);
    if (clause.isEmpty()) {
      return false;
    }
    Wish wish =
        new Wish(
            now.building(comment.account()),
            clause.get(),
            clause.get().then().urgency(),
            OnKnownPicture.ACTOR,
            known.why());
    return cases.put(transaction, comment, known.key(), wish);
  }
}
