package hallmonitor.moderation.casework;

import java.util.Objects;

/**
 * Identifies a comment within the district.
 *
 * @param account the account's id in the district's file
 * @param id the platform's id of the comment
 */
public record CommentKey(String account, String id) {
  public CommentKey {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(id, "id");
  }

  @Override
  public String toString() {
    return account + "/" + id;
  }
}
