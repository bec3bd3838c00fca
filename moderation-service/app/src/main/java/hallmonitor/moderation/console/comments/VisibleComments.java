package hallmonitor.moderation.console.comments;

import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The comments that the viewer may see: the newest, and those that a pasted link leads to. */
@ApplicationScoped
public class VisibleComments {
  private final CommentQueries queries;
  private final LinkedComments links;
  private final LiveRules rules;
  private final Viewer viewer;

  VisibleComments(CommentQueries queries, LinkedComments links, LiveRules rules, Viewer viewer) {
    this.queries = queries;
    this.links = links;
    this.rules = rules;
    this.viewer = viewer;
  }

  private District district() {
    return rules.district().current().value();
  }

  /** Returns the accounts that the viewer sees. */
  List<Account> accounts() {
    return district().accounts().stream().filter(a -> viewer.scope().sees(a)).toList();
  }

  Sight sight() {
    return new Sight(viewer.scope(), accounts().stream().map(Account::id).toList());
  }

  /**
   * Returns what a pasted text leads to: one comment, those that share an id, or those under a
   * post; empty if nothing that the viewer sees is there.
   */
  List<ListedComment> find(PastedLink pasted) {
    List<ListedComment> found = links.of(pasted, accounts(), sight());
    return found.isEmpty() ? queries.under(pasted.links(), sight()) : found;
  }

  /**
   * Returns the newest comments of one account or of all; one more than a page if there are more.
   */
  List<ListedComment> newest(String account, Optional<PlaceInList> after) {
    return queries.newest(account, after, sight());
  }

  /**
   * Returns the comments of an account that came after one, the oldest first, without those of the
   * history and those that are gone; one more than a page if there are more.
   */
  List<ListedComment> since(String account, PlaceInList after) {
    return queries.since(account, after, sight());
  }
}
