package hallmonitor.moderation.console.comments;

import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Account;
import java.util.List;

/**
 * What the page of all comments shows.
 *
 * @param pasted what was searched for; empty for the newest comments
 * @param account the chosen one; empty for all
 * @param accounts to choose from
 * @param next where the next page begins; empty on the last one
 * @param problem why nothing was found, and what to do
 */
public record CommentListing(
    String pasted,
    String account,
    List<Account> accounts,
    List<ListedComment> comments,
    String next,
    Sentence problem) {
  public CommentListing {
    accounts = List.copyOf(accounts);
    comments = List.copyOf(comments);
  }

  public boolean isSearched() {
    return !pasted.isEmpty();
  }
}
