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
  /**
   * The start of the accounts, one for each building, of what people handed in. No connector reads
   * them, so nothing there can be hidden or shown.
   */
  public static final String HANDED_IN = "tips/";

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
