package hallmonitor.moderation.console.authors;

import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.casework.author.PlatformAuthor;
import hallmonitor.moderation.console.cases.CaseView;
import hallmonitor.moderation.store.authors.AuthorMerges.Member;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An author with a comment that the viewer may see.
 *
 * @param keys the author on each account
 * @param member who said that the author is one person with others; null if nobody did
 */
public record SeenAuthor(
    UUID id, PlatformAuthor author, List<AuthorKey> keys, @Nullable Member member) {
  public SeenAuthor {
    keys = List.copyOf(keys);
  }

  public List<String> getAccounts() {
    return keys.stream().map(AuthorKey::account).toList();
  }

  public String getHref() {
    return "/authors/" + id;
  }

  /** Returns the author's own page if a browser may open its address, or null. */
  public @Nullable String getProfile() {
    return CaseView.webAddress(author.profile().orElse(null));
  }
}
