package hallmonitor.moderation.casework.author;

import java.util.Objects;

/**
 * An author on one account, as strikes and blocks name them.
 *
 * @param account id in the district's file
 * @param key {@code id:} and the platform's id, or {@code name:} and the name of a guest
 */
public record AuthorKey(String account, String key) {
  public AuthorKey {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(key, "key");
  }
}
