package hallmonitor.moderation.console.queue;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Which cases the queue shows. An empty value is no filter.
 *
 * @param decided whether those that were decided are shown, the newest decision first, rather than
 *     those still open
 */
public record QueueFilter(boolean decided, String building, String account, String category) {
  static QueueFilter of(String state, String building, String account, String category) {
    return new QueueFilter(
        "decided".equals(state), plain(building), plain(account), plain(category));
  }

  private static String plain(String value) {
    return value == null ? "" : value.replace("\0", "");
  }

  public boolean isNarrowed() {
    return !building.isEmpty() || !account.isEmpty() || !category.isEmpty();
  }

  /** As the address of the page carries it. */
  public String getQuery() {
    return "state="
        + (decided ? "decided" : "open")
        + part("building", building)
        + part("account", account)
        + part("category", category);
  }

  /** The other list with the same filters. */
  public String getOtherQuery() {
    return new QueueFilter(!decided, building, account, category).getQuery();
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + encode(value, UTF_8);
  }
}
