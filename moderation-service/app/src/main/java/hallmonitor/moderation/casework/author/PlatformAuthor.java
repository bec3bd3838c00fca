package hallmonitor.moderation.casework.author;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An author of one platform: on all of its accounts where the platform's ids are the same there,
 * and on one account otherwise. A name that anyone can type is never more than a name on one
 * account.
 *
 * @param account the only one; empty for all accounts of the platform
 * @param key as in {@link AuthorKey}
 */
public record PlatformAuthor(String platform, String account, String key) {
  /**
   * Platforms with ids that are the same on every account: a DID, an actor's address, a user's
   * number, a channel. Facebook and Instagram give each page its own
   * (https://developers.facebook.com/docs/pages-api/overview), and sites, wikis and forums count
   * their own members.
   */
  private static final Set<String> SAME_EVERYWHERE = Set.of("bluesky", "mastodon", "x", "youtube");

  /** Reports of what stands elsewhere; no connector has read their author. */
  private static final String REPORTS = "tip";

  private static final String BY_ID = "id:";
  private static final String BY_NAME = "name:";
  private static final String DISPOSED = "disposed:";
  private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z._:-]{1,200}");

  /**
   * Returns the author of a comment.
   *
   * @return empty for a comment without a name, a disposed one, and one that was handed in
   */
  public static Optional<PlatformAuthor> of(String platform, AuthorKey on) {
    boolean someone =
        !on.key().equals(BY_NAME) && !on.key().startsWith(DISPOSED) && !platform.equals(REPORTS);
    boolean everywhere = SAME_EVERYWHERE.contains(platform) && on.key().startsWith(BY_ID);
    return someone
        ? Optional.of(new PlatformAuthor(platform, everywhere ? "" : on.account(), on.key()))
        : Optional.empty();
  }

  /** Returns whether only a name is known, which several people may use. */
  public boolean isNameOnly() {
    return key.startsWith(BY_NAME);
  }

  /** Returns the address of the author's own page; empty where the platform's ids give none. */
  public Optional<String> profile() {
    if (!key.startsWith(BY_ID)) {
      return Optional.empty();
    }
    String id = key.substring(BY_ID.length());
    if (platform.equals("mastodon")) {
      return Optional.of(id);
    }
    return PLAIN.matcher(id).matches() ? page(id) : Optional.empty();
  }

  private Optional<String> page(String id) {
    return switch (platform) {
      case "bluesky" -> Optional.of("https://bsky.app/profile/" + id);
      case "x" -> Optional.of("https://x.com/i/user/" + id);
      case "youtube" -> Optional.of("https://www.youtube.com/channel/" + id);
      default -> Optional.empty();
    };
  }
}
