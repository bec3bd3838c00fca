package hallmonitor.contract.event;

import java.util.Objects;

/**
 * Identifies one comment everywhere.
 *
 * @param account the account's id in district.yaml, unique in the district
 * @param platform the platform's name in lower case, such as {@code wordpress}
 * @param id the platform's id, stable across edits
 */
public record CommentRef(String platform, String account, String id) {
  public CommentRef {
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(id, "id");
  }

  /** Returns the Kafka key of events about this comment only. */
  public String key() {
    return account + "/" + id;
  }
}
