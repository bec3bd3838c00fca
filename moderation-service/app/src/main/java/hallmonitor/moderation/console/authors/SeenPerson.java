package hallmonitor.moderation.console.authors;

import hallmonitor.moderation.casework.author.AuthorKey;
import java.util.List;
import java.util.UUID;

/**
 * An author with all who are shown as the same person, as far as the viewer sees something of them.
 *
 * @param all the one that was asked for first
 */
public record SeenPerson(List<SeenAuthor> all) {
  public SeenPerson {
    all = List.copyOf(all);
  }

  public SeenAuthor first() {
    return all.get(0);
  }

  List<UUID> ids() {
    return all.stream().map(SeenAuthor::id).toList();
  }

  List<AuthorKey> keys() {
    return all.stream().flatMap(author -> author.keys().stream()).toList();
  }

  /** Returns all accounts where they wrote. */
  public List<String> getAccounts() {
    return keys().stream().map(AuthorKey::account).distinct().sorted().toList();
  }
}
