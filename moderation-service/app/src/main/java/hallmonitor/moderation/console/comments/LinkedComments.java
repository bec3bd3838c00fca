package hallmonitor.moderation.console.comments;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.tips.HandedIn;
import hallmonitor.settings.district.District.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The comments that a pasted link leads to. */
@ApplicationScoped
public class LinkedComments {
  /**
   * An id this long is of a platform that counts across all its pages; a shorter one may be any
   * site's.
   */
  private static final int TELLING = 8;

  private final CommentQueries queries;
  private final LiveRules rules;

  LinkedComments(CommentQueries queries, LiveRules rules) {
    this.queries = queries;
    this.rules = rules;
  }

  /** Returns one comment, or those that share an id. */
  List<ListedComment> of(PastedLink pasted, List<Account> accounts, Sight sight) {
    List<ListedComment> linked = queries.at(pasted.links(), sight);
    return linked.isEmpty() ? queries.named(pasted.ids(), among(pasted, accounts), sight) : linked;
  }

  private static List<String> among(PastedLink pasted, List<Account> accounts) {
    List<String> there =
        accounts.stream()
            .filter(a -> PastedLink.host(a.baseUrl()).equals(pasted.host()))
            .map(Account::id)
            .toList();
    boolean tells = pasted.host().isEmpty() || tells(pasted);
    return there.isEmpty() && tells ? accounts.stream().map(Account::id).toList() : there;
  }

  private static boolean tells(PastedLink pasted) {
    return pasted.ids().stream().allMatch(id -> id.length() >= TELLING);
  }

  /**
   * Returns the one comment on a connected account that a link leads to. No person checks it, so a
   * short id in a link does not count: it may be that of a post.
   *
   * @return empty for a link to nothing, to several comments, or to one that was disposed of
   */
  public Optional<CommentKey> one(String link) {
    List<Account> accounts = rules.district().current().value().accounts();
    Sight all = new Sight(Scope.EVERYWHERE, accounts.stream().map(Account::id).toList());
    return PastedLink.of(link)
        .filter(pasted -> !pasted.host().isEmpty())
        .map(pasted -> tells(pasted) ? of(pasted, accounts, all) : queries.at(pasted.links(), all))
        .map(found -> found.stream().filter(LinkedComments::isConnected).toList())
        .filter(found -> found.size() == 1 && !found.get(0).disposed())
        .map(found -> new CommentKey(found.get(0).account(), found.get(0).commentId()));
  }

  /** What someone handed in with the same link is another matter. */
  private static boolean isConnected(ListedComment comment) {
    return HandedIn.building(comment.account()).isEmpty();
  }
}
